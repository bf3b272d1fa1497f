/**
 * Whether bags made elsewhere are judged as their list says, each as a folder and as a tar.
 *
 * node test/measure/bag-peers.ts [--all]
 *
 * The bags lie outside the project (../shared/peers/bagit); without them there is nothing to measure. Bags of the
 * category "warning" are judged in the list by systems that differ; `--all` shows what is found in these.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { verifyBag } from "#core/vault/bundle/check-bag.ts";
import { partsFrom, streamOf } from "#core/vault/bundle/streams.ts";
import { bagFolder } from "../core/vault/bundle/bag-folder.ts";

interface Peer {
  readonly path: string;
  readonly tar: string;
  readonly valid: boolean;
  readonly category: string;
}

const folder = join(import.meta.dirname, "..", "..", "..", "shared", "peers", "bagit");
if (!existsSync(folder)) console.log("Skipped: the bags (../shared/peers/bagit) aren't on this computer.");
else await measure(JSON.parse(readFileSync(join(folder, "index.json"), "utf8")));

async function measure(peers: readonly Peer[]): Promise<void> {
  const binding = peers.filter((peer) => peer.category !== "warning");
  let right = 0;
  for (const peer of process.argv.includes("--all") ? peers : binding) {
    const tar = () => streamOf(partsFrom([readFileSync(join(folder, peer.tar))]));
    const asFolder = await verifyBag(bagFolder(join(folder, peer.path)));
    const asTar = await verifyBag({ kind: "tar", stream: tar });
    for (const [way, report] of Object.entries({ folder: asFolder, tar: asTar })) {
      const agrees = report.valid === peer.valid;
      if (agrees && peer.category !== "warning") right += 1;
      if (!agrees || process.argv.includes("--all")) console.log(peer.path, way, peer.valid, report);
    }
  }
  console.log(`${right} of ${2 * binding.length} judgements as listed (${binding.length} bags, as folder and as tar)`);
  process.exitCode = right === 2 * binding.length ? 0 : 1;
}
