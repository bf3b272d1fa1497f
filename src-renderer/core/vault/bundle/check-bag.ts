import { Problem } from "../../problems.ts";
import { foldedPath, pathFault } from "./bag-paths.ts";
import { type Declaration, linesOf, readBagInfo, readDeclaration, readFetched, tagText } from "./bag-tags.ts";
import { checkManifests, checksumsOf, type Findings } from "./check-manifests.ts";
import { type BagSource, type GatheredBag, gatherBag, type Watch } from "./gather-bag.ts";
import type { Checksum, Sum } from "./hashing.ts";

/** What checking a bag found, for a person to read: names in it are the bag's own. */
export interface BagReport {
  readonly valid: boolean;
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
}

/** A bag that was checked, with what an import goes on with. */
export interface CheckedBag {
  readonly report: BagReport;
  readonly files: ReadonlyMap<string, Sum>;
  /** of `bag-info.txt`, in order */
  readonly labels: readonly (readonly [string, string])[];
}

/**
 * Whether a bag is complete and valid by RFC 8493, for versions 0.97 and 1.0: declaration, manifests both ways,
 * checksums, fetch list, payload size, and no name that could be followed out of the bag on any system.
 *
 * @throws {Problem} what the source fails with; a tar that is none is a problem in the report
 */
export async function verifyBag(source: BagSource): Promise<BagReport> {
  try {
    return (await checkBag(source, () => null)).report;
  } catch (cause) {
    if (!(cause instanceof Problem && cause.code === "bag-wrong")) throw cause;
    return { valid: false, problems: [cause.detail], warnings: [] };
  }
}

/** As `verifyBag`, and shows payload files to `watch` as they pass by. @throws {Problem} what the source fails with, `bag-wrong` */
export async function checkBag(source: BagSource, watch: Watch): Promise<CheckedBag> {
  const first: readonly Checksum[] = source.kind === "tar" ? ["sha256"] : [];
  const bag = await gatherBag(source, first, watch);
  const more = checksumsOf(bag).filter((checksum) => !first.includes(checksum));
  if (more.length > 0) addSums(bag, await gatherBag(source, more, () => null));
  const found: Findings = { problems: bag.problems, warnings: [] };
  const labels = judge(bag, found);
  return { report: { ...found, valid: found.problems.length === 0 }, files: bag.files, labels };
}

function addSums(bag: GatheredBag, again: GatheredBag): void {
  for (const [path, sum] of bag.files) {
    const more = again.files.get(path);
    if (more?.sizeBytes !== sum.sizeBytes) bag.problems.push(`changed while it was read: ${path}`);
    else bag.files.set(path, { ...sum, hashes: new Map([...sum.hashes, ...more.hashes]) });
  }
}

function judge(bag: GatheredBag, found: Findings): CheckedBag["labels"] {
  const bytes = bag.tags.get("bagit.txt");
  const declared = bytes === undefined ? "isn't there" : readDeclaration(bytes);
  if (typeof declared === "string") {
    found.problems.push(`bagit.txt ${declared}`);
    return [];
  }
  checkManifests(bag, declared, found);
  checkFetched(bag, declared, found);
  warnOfTwins(bag, found);
  return checkInfo(bag, declared, found);
}

/** What a fetch list names has to be there already: nothing is ever fetched. */
function checkFetched(bag: GatheredBag, declared: Declaration, found: Findings): void {
  for (const line of tagLines(bag, "fetch.txt", declared, found)) {
    const path = readFetched(line, declared.version);
    const fault = path === null ? "isn't there" : pathFault(path);
    if (fault !== null) found.problems.push(`fetch.txt: a path that ${fault}: ${path ?? line}`);
    else if (path?.startsWith("data/") !== true) found.problems.push(`fetch.txt names what is no payload: ${path}`);
    else if (!bag.files.has(path)) found.problems.push(`not fetched: ${path}`);
  }
}

function checkInfo(bag: GatheredBag, declared: Declaration, found: Findings): CheckedBag["labels"] {
  const lines = tagLines(bag, "bag-info.txt", declared, found);
  const { labels, wrong } = readBagInfo(lines.join("\n"), declared.version);
  if (wrong > 0)
    (declared.version === "1.0" ? found.problems : found.warnings).push(`bag-info.txt: ${wrong} wrong lines`);
  const payload = [...bag.files].filter(([path]) => path.startsWith("data/"));
  const oxum = `${payload.reduce((sum, [, { sizeBytes }]) => sum + sizeBytes, 0)}.${payload.length}`;
  for (const [label, value] of labels) {
    if (label.toLowerCase() !== "payload-oxum" || value === oxum) continue;
    found.problems.push(`bag-info.txt: Payload-Oxum is ${value}, the payload is ${oxum}`);
  }
  return labels;
}

function tagLines(bag: GatheredBag, name: string, declared: Declaration, found: Findings): readonly string[] {
  const bytes = bag.tags.get(name);
  if (bytes === undefined) return [];
  const text = tagText(bytes, declared.encoding);
  if (text === null) found.problems.push(`${name} can't be read as ${declared.encoding}`);
  return linesOf(text ?? "");
}

/** Two names that some system takes for one: there, one of them would be lost. */
function warnOfTwins(bag: GatheredBag, found: Findings): void {
  const seen = new Map<string, string>();
  for (const path of bag.files.keys()) {
    const other = seen.get(foldedPath(path));
    if (other !== undefined) found.warnings.push(`one name to some systems: ${other}, ${path}`);
    seen.set(foldedPath(path), path);
  }
}
