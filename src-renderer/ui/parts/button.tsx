import type { ReactNode, Ref } from "react";
import { Icon, type IconName } from "./icon.tsx";

interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly kind?: "first" | "plain" | "quiet";
  readonly small?: boolean;
  readonly icon?: IconName;
  readonly disabled?: boolean;
  /** "submit" sends the form it stands in */
  readonly type?: "button" | "submit";
  /** a longer name for screen readers, beginning with the words that are seen */
  readonly label?: string;
  readonly expanded?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button. "first" is the one step a screen asks for. */
export function Button({ children, onPress, kind = "plain", small = false, icon, ...rest }: ButtonProps) {
  const names = ["button", kind === "plain" ? "" : kind, small ? "small" : ""].filter((name) => name !== "");
  return (
    <button
      ref={rest.ref}
      type={rest.type ?? "button"}
      className={names.join(" ")}
      onClick={onPress}
      disabled={rest.disabled}
      aria-label={rest.label}
      aria-expanded={rest.expanded}
    >
      {icon === undefined ? null : <Icon name={icon} size={small ? 16 : 20} />}
      {children}
    </button>
  );
}
