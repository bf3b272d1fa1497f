import type { Lane } from "#core/model/event.ts";
import { createStore } from "./store.ts";

/** Lanes the timeline does not show. Other dates bury the story, so they begin hidden; the choice lasts while Folio is open. */
export const hiddenLanes = createStore<ReadonlySet<Lane>>(new Set<Lane>(["other"]));

/** Shows a hidden lane, or hides a shown one. */
export function toggleLane(lane: Lane): void {
  hiddenLanes.change((now) => {
    const next = new Set(now);
    if (!next.delete(lane)) next.add(lane);
    return next;
  });
}

/** Shows every lane. */
export function showAllLanes(): void {
  hiddenLanes.set(new Set());
}
