import type { ReactNode } from "react";
import { words } from "../words/common.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";

interface NoticeProps {
  readonly tone?: "calm" | "amber" | "red";
  readonly what: ReactNode;
  readonly children?: ReactNode;
  /** "alert" for what came up by itself and must be heard at once */
  readonly role?: "alert" | "status";
  readonly onClose?: () => void;
}

/** A few words that need the eye: what happened, then what to do. */
export function Notice({ tone = "calm", what, children, role, onClose }: NoticeProps) {
  return (
    <div className={tone === "calm" ? "notice" : `notice ${tone}`} role={role}>
      <Icon name={tone === "calm" ? "info" : "warning"} />
      <div>
        <p className="what">{what}</p>
        {children === undefined ? null : <div>{children}</div>}
      </div>
      {onClose === undefined ? null : (
        <Button kind="quiet" small onPress={onClose}>
          {words.close}
        </Button>
      )}
    </div>
  );
}
