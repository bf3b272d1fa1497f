import type { ReactNode } from "react";
import { session } from "../../flows/current-case.ts";
import { useStore } from "../../flows/store.ts";
import { vaultState } from "../../flows/vault.ts";
import { ScreenHead } from "../parts/screen-head.tsx";
import { AboutSettings } from "../parts/settings/about.tsx";
import { BackupSettings } from "../parts/settings/backups.tsx";
import { CaseSettings } from "../parts/settings/case.tsx";
import { LockingSettings } from "../parts/settings/locking.tsx";
import { LooksSettings } from "../parts/settings/looks.tsx";
import { goSettings, place, type SettingsPart, settingsParts } from "../place.ts";
import { screenNames } from "../words/common.ts";
import { settingsWords } from "../words/settings.ts";

interface SettingsScreenProps {
  readonly onShowKeys: () => void;
}

/** Locking and keys, backups, this case file, how Folio looks, and what it is made of: one part at a time. */
export function SettingsScreen({ onShowKeys }: SettingsScreenProps) {
  const now = useStore(place);
  const { kept } = useStore(session);
  const isOpen = useStore(vaultState) === "open";
  const parts = settingsParts.filter(
    (part) => (part !== "case" || kept !== null) && ((part !== "locking" && part !== "backups") || isOpen),
  );
  const asked = now.screen === "settings" ? now.part : undefined;
  const shown = parts.find((part) => part === asked) ?? parts[0] ?? "looks";
  const contents: Record<SettingsPart, () => ReactNode> = {
    locking: () => <LockingSettings />,
    backups: () => <BackupSettings />,
    case: () => <CaseSettings />,
    looks: () => <LooksSettings onShowKeys={onShowKeys} />,
    about: () => <AboutSettings />,
  };
  return (
    <div className="screen settings">
      <ScreenHead title={screenNames.settings} lede={settingsWords.ledes[shown]} />
      <nav aria-label={settingsWords.partsName}>
        <ul className="row part-list">
          {parts.map((part) => (
            <li key={part}>
              <button
                type="button"
                className="part-link"
                aria-current={part === shown ? "page" : undefined}
                onClick={() => goSettings(part)}
              >
                {settingsWords.parts[part]}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      {contents[shown]()}
    </div>
  );
}
