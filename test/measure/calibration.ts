import type { Mention } from "#core/model/mention.ts";
import type { Truth } from "./score.ts";

/** How often mentions of a certainty are right: of those said to be 90 % sure, nine in ten should be. */
export class Calibration {
  readonly #bins = new Map<number, { said: number; right: number; sum: number }>();

  /** A mention is right when its value is one of the letter's; what is optional isn't counted. */
  take(truth: Truth, mentions: readonly Mention[]): void {
    const real = new Set(truth.dates.map(({ iso, start, end }) => iso ?? `${start} ${end}`));
    const optional = new Set(truth.optional.flatMap(({ iso }) => iso?.split("/") ?? []));
    for (const { value, certainty, words } of mentions) {
      const said =
        value.kind === "day" ? value.day : value.kind === "month" ? value.month : `${value.start} ${value.end}`;
      const isOptional = optional.has(said) || truth.optional.some(({ text }) => text.includes(words));
      if (!real.has(said) && isOptional) continue;
      const bin = Math.min(9, Math.floor(certainty * 10));
      const counts = this.#bins.get(bin) ?? { said: 0, right: 0, sum: 0 };
      this.#bins.set(bin, counts);
      counts.said += 1;
      counts.sum += certainty;
      counts.right += Number(real.has(said));
    }
  }

  /** A line a bin: what was said, what was so. */
  curve(): string {
    const lines = [...this.#bins]
      .sort(([one], [other]) => one - other)
      .map(([, { said, right, sum }]) => {
        return `  said ${((100 * sum) / said).toFixed(0).padStart(3)} % sure: ${((100 * right) / said).toFixed(0).padStart(3)} % right (${said})`;
      });
    return ["certainty of mentions, all renderings", ...lines].join("\n");
  }
}
