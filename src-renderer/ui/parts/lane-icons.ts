import type { Lane } from "#core/model/event.ts";
import type { IconName } from "./icon.tsx";

/** Each lane has a shape of its own, so that colour is never the only sign. */
export const laneIcons: Record<Lane, IconName> = {
  "they-wrote": "letter",
  "you-wrote": "letter-out",
  calls: "calls",
  messages: "message",
  limits: "clock",
  costs: "costs",
  facts: "flag",
  other: "dot",
};
