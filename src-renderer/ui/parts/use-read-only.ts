import { session } from "../../flows/current-case.ts";
import { isReadOnly } from "../../flows/open-case.ts";
import { useStore } from "../../flows/store.ts";

/** Whether the open case file can only be read in this window. */
export function useReadOnly(): boolean {
  return isReadOnly(useStore(session));
}
