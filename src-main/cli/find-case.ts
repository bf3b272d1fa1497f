import { nameCases } from "#core/case-work/name-cases.ts";
import { Problem } from "#core/problems.ts";
import type { OpenData } from "./open-data.ts";

/** What a person may call a case: its id, the beginning of one (6 digits or more), or its exact name. */
export async function findCase({ host, vault }: Pick<OpenData, "host" | "vault">, named: string): Promise<string> {
  const ids = (await host.listCases()).map(({ id }) => id);
  const begun = /^[0-9a-f]{6,32}$/i.test(named) ? ids.filter((id) => id.startsWith(named.toLowerCase())) : [];
  const [only] = begun;
  if (only !== undefined && begun.length === 1) return only;
  const cases = await nameCases(host, vault);
  const called = cases.filter(({ name }) => name?.normalize("NFC") === named.normalize("NFC"));
  const [one] = called;
  if (one !== undefined && called.length === 1) return one.id;
  const several = begun.length + called.length > 1;
  const why = several ? `“${named}” fits more than one case: use more of its id` : `There is no case “${named}” here`;
  throw new Problem("case-not-found", "", { where: [`${why}. “folio cases” lists them.`] });
}
