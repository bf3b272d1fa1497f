import { useStore } from "../../flows/store.ts";
import { lockAtOnce } from "../lock-at-once.ts";
import { go, place } from "../place.ts";
import { screenNames, words } from "../words/common.ts";
import { lockWords } from "../words/vault.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";

/** Over the screens that have no rail: the name, settings, and the lock. */
export function TopBar({ hasSettings = true }: { readonly hasSettings?: boolean }) {
  const isSettings = useStore(place).screen === "settings";
  return (
    <header className="top-bar">
      <p className="brand">
        <Icon name="folio" size={24} />
        {words.folio}
      </p>
      <nav className="row" aria-label={words.railFoot}>
        {!hasSettings ? null : isSettings ? (
          <Button kind="quiet" icon="back" onPress={() => go("overview")}>
            {words.backToCases}
          </Button>
        ) : (
          <Button kind="quiet" icon="settings" onPress={() => go("settings")}>
            {screenNames.settings}
          </Button>
        )}
        <Button icon="lock" label={lockWords.lockLong} onPress={lockAtOnce}>
          {lockWords.lock}
        </Button>
      </nav>
    </header>
  );
}
