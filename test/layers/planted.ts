/** A file that breaks one rule, and how it must be refused. */
export interface Planted {
  readonly rule: string;
  readonly path: string;
  readonly source: string;
  /** the compiler's or the linter's own name for the refusal */
  readonly refusal: string;
}

const used = (name: string, from: string) => `import { ${name} } from "${from}";\nexport const kept = ${name};\n`;
const typed = (name: string, from: string) => `import type { ${name} } from "${from}";\nexport type Kept = ${name};\n`;
const restricted = "lint/style/noRestrictedImports";
const global = "lint/style/noRestrictedGlobals";

/** What the TypeScript projects refuse: each folder sees only what its own project lists. */
export const refusedByTypes: readonly Planted[] = [
  { rule: "core knows no Node", path: "core/dates", source: used("readFileSync", "node:fs"), refusal: "TS2591" },
  { rule: "core knows no page", path: "core/letters", source: "export const kept = document;\n", refusal: "TS2584" },
  {
    rule: "core does not reach up to reading",
    path: "core/case-work",
    source: typed("Raster", "../../reading/platform.ts"),
    refusal: "TS6307",
  },
  {
    rule: "reading does not reach up to the wire",
    path: "reading",
    source: used("connectHost", "../wire/connect-host.ts"),
    refusal: "TS6307",
  },
  {
    rule: "the window does not reach into the main process",
    path: "wire",
    source: used("diskProblem", "../../src-main/host/disk-problems.ts"),
    refusal: "TS6307",
  },
  {
    rule: "the main process does not reach into the window",
    path: "main/host",
    source: used("connectHost", "../../src-renderer/wire/connect-host.ts"),
    refusal: "TS6307",
  },
  { rule: "the host knows no page", path: "main/host", source: "export const kept = window;\n", refusal: "TS2304" },
  { rule: "no enums", path: "core/model", source: "export enum Kept {\n  One,\n}\n", refusal: "TS1294" },
].map(inPlace);

/** What the linter refuses: arrows inside one project, type-only ones too. */
export const refusedByLint: readonly Planted[] = [
  arrow("core/model", typed("Problem", "../problems.ts")),
  arrow("core/model", typed("Mention", "#core/dates/found.ts")),
  arrow("core/dates", typed("ReadLetter", "../letters/read-letter.ts")),
  arrow("core/letters", typed("Row", "../chronology/build.ts")),
  arrow("core/deadlines", typed("Mention", "../dates/found.ts")),
  arrow("core/chronology", typed("PackOrder", "../pack/order.ts")),
  arrow("core/vault", typed("PackOrder", "../pack/order.ts")),
  arrow("core/chronology", used("PDFDocument", "pdf-lib")),
  arrow("core/pack", typed("KeptCase", "../case-work/kept-case.ts")),
  arrow("core", typed("PackOrder", "./pack/order.ts")),
  arrow("reading", typed("Found", "../flows/found-dates.ts")),
  arrow("flows", typed("Place", "../ui/place.ts")),
  arrow("ui", typed("Raster", "../reading/platform.ts")),
  arrow("ui", used("connectHost", "../wire/connect-host.ts")),
  arrow("wire", typed("Found", "../flows/found-dates.ts")),
  arrow("main/host", used("app", "electron")),
  arrow("main/host", used("startLoopback", "../loopback/server.ts")),
  arrow("main/loopback", used("app", "electron")),
  arrow("main/loopback", used("openWindow", "../electron/window.ts")),
  arrow("main/cli", used("app", "electron")),
  arrow("main/cli", used("startLoopback", "../loopback/server.ts")),
  arrow("main/cli", typed("Place", "../../src-renderer/ui/place.ts")),
  arrow("main/electron", used("startLoopback", "../loopback/server.ts")),
  arrow("main/launch", used("app", "electron")),
  { rule: "core does not fetch", path: "core/pack", source: 'export const kept = fetch("/");\n', refusal: global },
  { rule: "core keeps no storage", path: "core/vault", source: "export const kept = indexedDB;\n", refusal: global },
  circle("one", "two"),
  circle("two", "one"),
  { rule: "no default exports", path: "ui", source: "export default 1;\n", refusal: "lint/style/noDefaultExport" },
  { rule: "no any", path: "flows", source: "export type Kept = any;\n", refusal: "lint/suspicious/noExplicitAny" },
].map(inPlace);

/** Right arrows, planted beside the wrong ones: a rule that refuses everything would prove nothing. */
export const allowed: readonly Pick<Planted, "path" | "source">[] = [
  { path: "core/dates", source: typed("CalendarDay", "../model/calendar-day.ts") },
  { path: "core/case-work", source: typed("PackOrder", "../pack/order.ts") },
  { path: "flows", source: used("connectHost", "../wire/connect-host.ts") },
  { path: "main/electron", source: used("nodeHost", "../host/node-host.ts") },
].map(({ path, source }, position) => ({ path: `${folderOf(path)}/allowed-${position}.ts`, source }));

function arrow(path: string, source: string): Planted {
  return { rule: `${path} does not import ${/from "(.+)"/.exec(source)?.[1]}`, path, source, refusal: restricted };
}

/** Half of a circle of two files, of types only. */
function circle(own: string, other: string): Planted & { readonly name: string } {
  return {
    rule: `no circle of files, seen from ${own}`,
    path: "core/dates",
    name: `circle-${own}`,
    source: `import type { Kept as Other } from "./circle-${other}.ts";\nexport type Kept = Other | "${own}";\n`,
    refusal: "lint/suspicious/noImportCycles",
  };
}

function inPlace({ name, ...planted }: Planted & { readonly name?: string }, position: number): Planted {
  const kind = planted.refusal.startsWith("TS") ? "types" : "lint";
  return { ...planted, path: `${folderOf(planted.path)}/${name ?? `planted-${kind}-${position}`}.ts` };
}

function folderOf(short: string): string {
  return short.startsWith("main/") ? `src-main/${short.slice("main/".length)}` : `src-renderer/${short}`;
}
