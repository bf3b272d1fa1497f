import { isKnownKind, isWellFormed } from "../model/known-body.ts";
import type { OnFound } from "./finding.ts";
import type { FoundLine, SegmentLines } from "./journal-line.ts";
import { type Begin, journalFormat, readBegin, readObjects, readSaidChange, readStandsFor } from "./said.ts";
import type { OpenFrame, SegmentRead } from "./segment.ts";

/**
 * The lines that stand in one segment, its writer's own and those it carries. What is cut short, damaged or can't be
 * understood is told, and left out.
 */
export function segmentLines(writer: string, read: SegmentRead, onFound: OnFound): SegmentLines {
  const where = `journal/${writer}`;
  for (const { at } of read.damaged) {
    onFound({ level: "damage", what: "journal-damaged", where: `${where}, byte ${at}` });
  }
  if (read.torn !== null) onFound({ level: "note", what: "journal-torn", where: `${where}, byte ${read.torn.at}` });
  const [first] = read.frames;
  const begin = first?.sequence === 0 && first.kind === "begin" ? readBegin(first.said) : null;
  const lines: FoundLine[] = [];
  for (const frame of read.frames) {
    const line = lineOf(writer, frame, begin);
    const wrong = line === null ? "journal-damaged" : wrongWith(line);
    if (wrong !== null) onFound({ level: "damage", what: wrong, where: `${where}, frame ${frame.sequence}` });
    if (line !== null) lines.push(line);
  }
  return { writer, lines, carries: read.frames.some((frame) => frame.kind === "carried" || frame.kind === "erased") };
}

/** Newer words are told as newer, and what the fold could not take as damage; both stay lines of the history. */
function wrongWith(line: FoundLine): "journal-damaged" | "journal-newer" | null {
  if (line.kind === "begin") {
    if (line.begin === null) return "journal-damaged";
    return line.begin.format > journalFormat ? "journal-newer" : null;
  }
  if (line.kind === "erased" || line.change !== null) return null;
  const told = line.said === null ? null : readSaidChange(line.said);
  return told === null || isKnownKind(told.body.kind) ? "journal-damaged" : "journal-newer";
}

function lineOf(writer: string, frame: OpenFrame, begin: Begin | null): FoundLine | null {
  const { kind, sequence, said, saidSha256 } = frame;
  const stands = { standsIn: writer, standsSince: begin?.at ?? "" };
  if (kind === "begin" || kind === "change") {
    if ((kind === "begin") !== (sequence === 0)) return null;
    const objects = kind === "begin" ? noObjects : readObjects(frame.beside);
    if (objects === null) return null;
    return { ...stands, writer, sequence, kind, said, saidSha256, objects, ...readSaid(kind, said), givenLine: null };
  }
  const of = readStandsFor(frame.beside, kind);
  if (of === null || (kind === "erased" && said.length > 0)) return null;
  const told = { ...stands, writer: of.writer, sequence: of.sequence, kind: of.kind, givenLine: of.line };
  if (of.saidSha256 !== null) {
    return { ...told, said: null, saidSha256: of.saidSha256, objects: noObjects, begin: null, change: null };
  }
  const objects = readObjects(frame.beside);
  return objects === null ? null : { ...told, said, saidSha256, objects, ...readSaid(of.kind, said) };
}

function readSaid(kind: FoundLine["kind"], said: Uint8Array): Pick<FoundLine, "begin" | "change"> {
  if (kind === "begin") return { begin: readBegin(said), change: null };
  const change = readSaidChange(said);
  return { begin: null, change: change !== null && isWellFormed(change.body) ? change : null };
}

const noObjects: FoundLine["objects"] = new Map();
