import { useRef } from "react";
import { offerFiles } from "../../flows/offered-files.ts";
import { inboxWords } from "../words/letters.ts";
import { Button } from "./button.tsx";

/** Opens the system's own way to pick files. Stands beside every drop, which not everybody can do. */
export function AddButton({ kind = "first" }: { readonly kind?: "first" | "plain" }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button kind={kind} icon="add" onPress={() => input.current?.click()}>
        {inboxWords.add}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-files
        onChange={(event) => {
          offerFiles([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
    </>
  );
}
