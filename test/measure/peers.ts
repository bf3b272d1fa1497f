/**
 * Other projects' date texts (../shared/peers), read as one-line letters written on the text's reference day.
 *
 * node test/measure/peers.ts [--notes]
 */
import { existsSync } from "node:fs";
import { datesOf, isAlternative, peerFolder, peerTexts, sayValue } from "./peer-texts.ts";

const notes = process.argv.includes("--notes");

if (!existsSync(peerFolder))
  console.log("Skipped: other projects' date texts (../shared/peers) aren't on this computer.");
else for (const file of ["dates-peers", "dates-monthfirst-words", "dates-negative"]) measure(file);

function measure(file: string): void {
  const tally = new Map<string, { right: number; silent: number; all: number }>();
  for (const peer of peerTexts(file)) {
    const tier = peer.expect.length === 0 ? "no date" : (peer.tier ?? "plain");
    const counts = tally.get(tier) ?? { right: 0, silent: 0, all: 0 };
    tally.set(tier, counts);
    const found = datesOf(peer);
    const wanted = peer.expect.map(sayValue);
    const right = JSON.stringify(found) === JSON.stringify(wanted) || isAlternative(found, peer);
    counts.all += 1;
    counts.right += Number(right);
    counts.silent += Number(!right && found.length === 0);
    if (notes && !right && (tier !== "policy" || found.length > 0))
      console.log(`${tier} ${JSON.stringify(peer.text)} (${peer.reference}): ${found}, not ${wanted}`);
  }
  for (const [tier, { right, silent, all }] of tally)
    console.log(`${file} ${tier}: ${right} of ${all} right, ${silent} silent, ${all - right - silent} otherwise`);
}
