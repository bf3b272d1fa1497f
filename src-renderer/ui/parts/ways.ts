import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { BeginForm } from "./begin-form.tsx";
import type { IconName } from "./icon.tsx";
import { RestoreForm } from "./restore-form.tsx";
import { TakeOverForm } from "./take-over-form.tsx";

/** The ways to a case file of one's own. */
export const ways = ["create", "bundle", "restore"] as const;
export type Way = (typeof ways)[number];

export const wayIcons: Record<Way, IconName> = { create: "add", bundle: "bundle", restore: "disk" };

const forms: Record<Way, () => ReactNode> = { create: BeginForm, bundle: TakeOverForm, restore: RestoreForm };

interface ChosenWay {
  readonly way: Way | null;
  readonly choose: (way: Way | null) => void;
  /** its form; null while none is chosen */
  readonly Form: (() => ReactNode) | null;
  /** for the element around the form: it comes into sight once it opens */
  readonly frame: RefObject<HTMLDivElement | null>;
}

export function useWay(): ChosenWay {
  const [way, choose] = useState<Way | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (way !== null) frame.current?.scrollIntoView({ block: "nearest" });
  }, [way]);
  return { way, choose, Form: way === null ? null : forms[way], frame };
}
