import { settingsWords } from "../words/settings.ts";
import { Dialog } from "./dialog.tsx";

/** Every key and what it does. */
export function KeyList({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title={settingsWords.keyList} onClose={onClose}>
      <dl className="keys">
        {settingsWords.keys.map(([key, does]) => (
          <div className="key-row" key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
