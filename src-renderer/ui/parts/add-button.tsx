import { useRef } from "react";
import { offerFiles } from "../../flows/offered-files.ts";
import { go } from "../place.ts";
import { inboxWords } from "../words/letters.ts";
import { Button } from "./button.tsx";
import type { IconName } from "./icon.tsx";

interface AddButtonProps {
  readonly kind?: "first" | "plain";
  readonly icon?: IconName;
  /** once files were picked */
  readonly onAdded?: () => void;
}

/**
 * Opens the system's own way to pick files. Stands beside every drop, which not everybody can do. It leads to the
 * inbox, where the reading is seen and where pictures that came together are asked about.
 */
export function AddButton({ kind = "first", icon = "add", onAdded }: AddButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button kind={kind} icon={icon} edits onPress={() => input.current?.click()}>
        {inboxWords.add}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-files
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = "";
          if (files.length === 0) return;
          offerFiles(files);
          onAdded?.();
          go("inbox");
        }}
      />
    </>
  );
}
