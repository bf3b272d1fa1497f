import { session, undoLast } from "../../flows/current-case.ts";
import { useStore } from "../../flows/store.ts";
import { words } from "../words/common.ts";
import { Button } from "./button.tsx";

/** What was just done, with undo. It stays until the next thing is done: nobody has to be quick. */
export function SaidBar() {
  const { said, undoable } = useStore(session);
  return (
    <div role="status" className={said === "" ? "only-heard" : "bar"}>
      {said === "" ? null : <span>{said}</span>}
      {undoable ? (
        <Button small onPress={() => void undoLast(words)}>
          {words.undo}
        </Button>
      ) : null}
    </div>
  );
}
