import type { ReactNode } from "react";

interface ScreenHeadProps {
  readonly title: string;
  readonly lede?: ReactNode;
  readonly children?: ReactNode;
}

/** A screen's title, a line of what it is for, and its first step. The title takes the focus when the screen opens. */
export function ScreenHead({ title, lede, children }: ScreenHeadProps) {
  return (
    <header className="screen-head">
      <div>
        <h1 tabIndex={-1}>{title}</h1>
        {lede === undefined ? null : <p className="soft">{lede}</p>}
      </div>
      {children === undefined ? null : <div className="row">{children}</div>}
    </header>
  );
}
