import type { ReactNode, Ref } from "react";
import { Icon, type IconName } from "./icon.tsx";
import { useReadOnly } from "./use-read-only.ts";

interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly kind?: "first" | "plain" | "quiet" | "danger";
  readonly small?: boolean;
  readonly icon?: IconName;
  readonly disabled?: boolean;
  /** "submit" sends the form it stands in */
  readonly type?: "button" | "submit";
  /** a longer name for screen readers, beginning with the words that are seen */
  readonly label?: string;
  readonly expanded?: boolean;
  /** it changes the case file: not to be pressed while that can only be read here */
  readonly edits?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button. "first" is the one step a screen asks for; "danger" can't be taken back. */
export function Button({
  children,
  onPress,
  kind = "plain",
  small = false,
  icon,
  edits = false,
  ...rest
}: ButtonProps) {
  const isReadOnly = useReadOnly();
  const names = ["button", kind === "plain" ? "" : kind, small ? "small" : ""].filter((name) => name !== "");
  return (
    <button
      ref={rest.ref}
      type={rest.type ?? "button"}
      className={names.join(" ")}
      onClick={onPress}
      disabled={rest.disabled === true || (edits && isReadOnly)}
      aria-label={rest.label}
      aria-expanded={rest.expanded}
    >
      {icon === undefined ? null : <Icon name={icon} size={small ? 16 : 20} />}
      {children}
    </button>
  );
}
