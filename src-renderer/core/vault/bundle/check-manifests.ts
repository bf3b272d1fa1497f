import { pathFault } from "./bag-paths.ts";
import { type Declaration, linesOf, readListed, tagText } from "./bag-tags.ts";
import type { GatheredBag } from "./gather-bag.ts";
import { type Checksum, isChecksum } from "./hashing.ts";

/** What was found while judging a bag; `unfetched` names what only `fetch.txt` has. */
export interface Findings {
  readonly problems: string[];
  readonly warnings: string[];
}

interface Manifest {
  readonly name: string;
  readonly checksum: Checksum;
  readonly listed: ReadonlyMap<string, string>;
}

/** The checksums that a bag's manifests are made with, as far as they can be worked out. */
export function checksumsOf(bag: GatheredBag): readonly Checksum[] {
  const names = [...bag.tags.keys()].map((name) => /manifest-([a-z0-9]+)\.txt$/i.exec(name)?.[1]?.toLowerCase() ?? "");
  return [...new Set(names)].filter(isChecksum);
}

/**
 * Judges all manifests of a bag: what they list is there and unaltered, and what is there is listed. In 1.0 every
 * payload manifest lists every file of the payload; before, each file stands in at least one (RFC 8493, section 3).
 */
export function checkManifests(bag: GatheredBag, declared: Declaration, found: Findings): void {
  const payload = [...bag.files.keys()].filter((path) => path.startsWith("data/"));
  const manifests = readManifests(bag, declared, found, /^manifest-([a-z0-9]+)\.txt$/i);
  if (manifests.length === 0) found.problems.push("no payload manifest that can be checked");
  for (const manifest of manifests) {
    for (const path of manifest.listed.keys()) {
      if (!path.startsWith("data/")) found.problems.push(`${manifest.name} lists what is no payload: ${path}`);
    }
    checkListed(bag, manifest, found);
    if (declared.version === "1.0") reportUnlisted(payload, [manifest], found);
  }
  if (declared.version !== "1.0") reportUnlisted(payload, manifests, found);
  const tagManifests = readManifests(bag, declared, found, /^tagmanifest-([a-z0-9]+)\.txt$/i);
  for (const manifest of tagManifests) {
    for (const path of manifest.listed.keys()) {
      const wrong = path.startsWith("data/") || /^tagmanifest-[a-z0-9]+\.txt$/i.test(path);
      if (wrong) found.problems.push(`${manifest.name} lists what is no tag file: ${path}`);
    }
    checkListed(bag, manifest, found);
  }
  warnOfUnlistedTags(bag, tagManifests, found);
}

/** A tag manifest needn't list every tag file, but what none lists could be altered unseen. */
function warnOfUnlistedTags(bag: GatheredBag, manifests: readonly Manifest[], found: Findings): void {
  for (const path of bag.files.keys()) {
    const outside = path.startsWith("data/") || /^tagmanifest-[a-z0-9]+\.txt$/i.test(path);
    const listed = manifests.some((manifest) => manifest.listed.has(path));
    if (!outside && !listed) found.warnings.push(`no tag manifest lists: ${path}`);
  }
}

function readManifests(bag: GatheredBag, declared: Declaration, found: Findings, pattern: RegExp): readonly Manifest[] {
  return [...bag.tags].flatMap(([name, bytes]) => {
    const checksum = pattern.exec(name)?.[1]?.toLowerCase();
    if (checksum === undefined) return [];
    if (!isChecksum(checksum)) {
      found.problems.push(`${name} uses a checksum that can't be worked out here`);
      return [];
    }
    const text = tagText(bytes, declared.encoding);
    if (text !== null) return [{ name, checksum, listed: readLines(name, text, declared, found) }];
    found.problems.push(`${name} can't be read as ${declared.encoding}`);
    return [];
  });
}

function readLines(name: string, text: string, { version }: Declaration, found: Findings): ReadonlyMap<string, string> {
  const listed = new Map<string, string>();
  for (const [at, line] of linesOf(text).entries()) {
    const one = readListed(line, version);
    if (one === null) found.problems.push(`${name}, line ${at + 1}: neither checksum nor path`);
    if (one === null) continue;
    const fault = pathFault(one.path);
    if (fault !== null) found.problems.push(`${name}, line ${at + 1}: a path that ${fault}: ${one.path}`);
    if (one.star) found.warnings.push(`${name}, line ${at + 1}: a star before the path, as md5sum writes it`);
    if (one.dotSlash) found.warnings.push(`${name}, line ${at + 1}: a path that begins with "./"`);
    const before = listed.get(one.path);
    if (before !== undefined) {
      const harmless = before === one.hash && version !== "1.0";
      (harmless ? found.warnings : found.problems).push(`${name} lists a path twice: ${one.path}`);
    }
    if (fault === null && before === undefined) listed.set(one.path, one.hash);
  }
  return listed;
}

function checkListed(bag: GatheredBag, { name, checksum, listed }: Manifest, found: Findings): void {
  const spelled = spellings(bag);
  for (const [path, hash] of listed) {
    const there = bag.files.get(path) ?? bag.files.get(spelled.get(path.normalize("NFC")) ?? "");
    if (there === undefined) found.problems.push(`${name} lists what isn't there: ${path}`);
    else if (there.hashes.get(checksum) !== hash) found.problems.push(`${name} has another checksum: ${path}`);
    if (there !== undefined && !bag.files.has(path)) found.warnings.push(`${name} spells a name another way: ${path}`);
  }
}

function reportUnlisted(payload: readonly string[], manifests: readonly Manifest[], found: Findings): void {
  const listed = new Set(manifests.flatMap((one) => [...one.listed.keys()].map((path) => path.normalize("NFC"))));
  const where = manifests.map((one) => one.name).join(", ");
  for (const path of payload) {
    if (!listed.has(path.normalize("NFC"))) found.problems.push(`not listed in ${where}: ${path}`);
  }
}

/** The names that are there, by their composed spelling: some systems store names decomposed. */
function spellings(bag: GatheredBag): ReadonlyMap<string, string> {
  return new Map([...bag.files.keys()].map((path) => [path.normalize("NFC"), path]));
}
