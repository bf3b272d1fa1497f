import type { ChangeBody } from "./change.ts";

type Shape = Readonly<Record<string, "text" | "number" | "truth" | "list" | "record" | "record?" | "text?">>;

/** The fields that the fold and the screens rely on, by kind. Leave a kind out and this does not compile. */
const shapes: Record<ChangeBody["kind"], Shape> = {
  "case-begun": { id: "text", name: "text", sample: "truth" },
  "person-told": { person: "record" },
  "reference-told": { caseReference: "text?" },
  "wants-told": { wants: "list" },
  "exhibit-added": { exhibit: "record" },
  "exhibit-titled": { exhibitId: "text", title: "text" },
  "letter-kind-told": { exhibitId: "text", letterKind: "text" },
  "exhibit-withdrawn": { exhibitId: "text", withdrawn: "truth" },
  "date-judged": { exhibitId: "text", position: "number", judgement: "record?" },
  "date-told": { exhibitId: "text", mention: "record" },
  "call-kept": { call: "record" },
  "message-kept": { message: "record" },
  "cost-kept": { cost: "record" },
  "event-kept": { event: "record" },
  "issue-kept": { issue: "record" },
  "entry-removed": { entryId: "text" },
  "pack-shown": { recipient: "text", exhibitIds: "list", packSha256: "text", head: "text" },
  "bundle-made": { recipients: "text", head: "text" },
  "retention-told": { day: "text?" },
  "parts-erased": { exhibits: "list", entryIds: "list" },
};

/** Whether this version knows a kind of change. */
export function isKnownKind(kind: string): kind is ChangeBody["kind"] {
  return Object.hasOwn(shapes, kind);
}

/**
 * Whether a change has the fields of its kind, so that the fold can take it. What was sealed by Folio always has; this
 * keeps a journal that somebody else made from stopping every later opening.
 */
export function isWellFormed(body: ChangeBody): boolean {
  if (!isKnownKind(body.kind)) return false;
  const fields: Readonly<Record<string, unknown>> = { ...body };
  const { [body.kind]: shape } = shapes;
  return Object.entries(shape).every(([name, type]) => isOf(fields[name], type)) && holdsItsOwn(body);
}

function isOf(value: unknown, type: Shape[string]): boolean {
  switch (type) {
    case "text":
      return typeof value === "string";
    case "text?":
      return value === null || typeof value === "string";
    case "number":
      return typeof value === "number";
    case "truth":
      return typeof value === "boolean";
    case "list":
      return Array.isArray(value);
    case "record":
      return isRecord(value);
    case "record?":
      return value === null || isRecord(value);
  }
}

/** What is looked into while folding: an exhibit's lists, and the ids that entries are filed under. */
function holdsItsOwn(body: ChangeBody): boolean {
  switch (body.kind) {
    case "exhibit-added":
      return isExhibit({ ...body.exhibit });
    case "call-kept":
      return typeof body.call.id === "string" && Array.isArray(body.call.promises);
    case "message-kept":
      return typeof body.message.id === "string";
    case "cost-kept":
      return typeof body.cost.id === "string" && typeof body.cost.amount === "number";
    case "event-kept":
      return typeof body.event.id === "string";
    case "issue-kept":
      return typeof body.issue.id === "string";
    case "parts-erased":
      return body.exhibits.every((one) => typeof one?.id === "string" && typeof one.number === "number");
    default:
      return true;
  }
}

function isExhibit(exhibit: Readonly<Record<string, unknown>>): boolean {
  const { id, number, files, pages, letter, judgements, problems } = exhibit;
  return (
    typeof id === "string" &&
    typeof number === "number" &&
    [files, pages, problems].every(Array.isArray) &&
    isRecord(letter) &&
    Array.isArray(letter["mentions"]) &&
    isRecord(judgements)
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
