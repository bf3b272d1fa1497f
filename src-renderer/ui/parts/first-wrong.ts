/** Puts the focus on the first field that is wrong, once the fields have been marked. */
export function focusFirstWrong(form: HTMLElement): void {
  setTimeout(() => form.querySelector<HTMLElement>("[aria-invalid='true']")?.focus());
}
