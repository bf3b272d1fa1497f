/** "10:40", "9.05", "0905" as "10:40" and "09:05"; null for anything else. */
export function typedTime(text: string): string | null {
  const found = /^(\d{1,2})\s?[:.]?\s?(\d{2})$/.exec(text.trim());
  const [hours, minutes] = [Number(found?.[1]), Number(found?.[2])];
  if (found === null || hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}

/** A whole number from 0 up; null for anything else. */
export function wholeNumber(text: string): number | null {
  return /^\d{1,5}$/.test(text.trim()) ? Number(text.trim()) : null;
}
