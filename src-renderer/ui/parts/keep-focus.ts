/** milliseconds: what takes the focus on purpose comes first */
const settleMillis = 30;

const takesFocus = "button, input, select, textarea, summary, a[href], [tabindex]";

/**
 * Never leaves somebody who works by keyboard nowhere: a button that was disabled while it worked has the focus again,
 * and where what had it is gone (an entry that was removed, a question that was settled), the title takes it.
 * @returns what ends it
 */
export function keepFocus(): () => void {
  let last: Element | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onFocus = ({ target }: FocusEvent) => {
    last = target instanceof Element ? target : null;
  };
  // Who presses beside everything wants the focus nowhere.
  const onPress = ({ target }: PointerEvent) => {
    last = target instanceof Element ? target.closest(takesFocus) : null;
  };
  const look = () => {
    if (last instanceof HTMLElement && document.activeElement === document.body) giveBack(last);
  };
  const changes = new MutationObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(look, settleMillis);
  });
  document.addEventListener("focusin", onFocus);
  document.addEventListener("pointerdown", onPress);
  changes.observe(document.body, { childList: true, subtree: true, attributeFilter: ["disabled"] });
  return () => {
    clearTimeout(timer);
    changes.disconnect();
    document.removeEventListener("focusin", onFocus);
    document.removeEventListener("pointerdown", onPress);
  };
}

function giveBack(last: HTMLElement): void {
  if (!last.isConnected) beginAtTitle();
  else if (!last.matches(":disabled")) last.focus({ preventScroll: true });
}

function beginAtTitle(): void {
  const title = document.querySelector<HTMLElement>("dialog[open] h2") ?? document.querySelector<HTMLElement>("h1");
  if (title === null) return;
  title.tabIndex = -1;
  title.focus({ preventScroll: true });
}
