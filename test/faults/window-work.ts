import { randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "@playwright/test";
import { PDFDocument, StandardFonts } from "pdf-lib";
import { addFiles, goTo } from "../e2e/window.ts";
import { anyLetterSize, hashOf } from "./sealed-numbered.ts";

/** What the window showed as kept, over all rounds on one folder. */
export interface ShownAsKept {
  /** who the calls were with: each is one of its kind */
  readonly calls: Set<string>;
  /** letters' names, to the SHA-256 of their bytes */
  readonly letters: Map<string, string>;
  /** what stands in the form that is open, and since when */
  draft: { readonly text: string; readonly typedAt: number } | null;
}

export function nothingShown(): ShownAsKept {
  return { calls: new Set(), letters: new Map(), draft: null };
}

/**
 * Adds call notes, then types one without keeping it, then adds letters, until it is stopped from outside: then
 * the window is gone, and what it was doing fails.
 * @param isOver whether it was stopped: a failure before that is one of the window's
 */
export async function workInWindow(page: Page, round: number, so: ShownAsKept, isOver: () => boolean): Promise<void> {
  try {
    await goTo(page, "Calls & messages");
    // Every other pair of rounds comes to letters at once.
    const calls = round % 4 < 2 ? 2 + (round % 3) : 0;
    for (let number = 0; number < calls; number += 1) await addCall(page, `Sam ${round}.${number}`, so);
    await typeDraft(page, `They would look into ${round}.`, so);
    await goTo(page, "Inbox");
    for (let number = 0; ; number += 1) await addLetter(page, `letter-${round}-${number}.pdf`, number + 1, so);
  } catch (cause) {
    if (!isOver()) throw cause;
  }
}

async function addCall(page: Page, who: string, so: ShownAsKept): Promise<void> {
  const said = await openForm(page);
  await page.getByLabel("Who did you speak to?").fill(who);
  await page.getByLabel("Day", { exact: true }).fill("3 November 2026");
  await said.fill(`What ${who} said.`);
  // From here on the form may be gone with its draft, or not yet.
  so.draft = null;
  await page.getByRole("button", { name: "Keep the call note" }).click();
  await page.getByRole("heading", { name: `You called ${who}`, exact: true }).waitFor();
  so.calls.add(who);
}

/** The form for a new call note, which may be open with its draft. @returns what is said in it */
async function openForm(page: Page) {
  const said = page.getByLabel("What they said", { exact: true });
  if (!(await said.isVisible())) await page.getByRole("button", { name: "Add a call note" }).click();
  return said;
}

async function typeDraft(page: Page, text: string, so: ShownAsKept): Promise<void> {
  await (await openForm(page)).fill(text);
  so.draft = { text, typedAt: Date.now() };
  await wait(Math.random() * 1500);
}

async function addLetter(page: Page, name: string, count: number, so: ShownAsKept): Promise<void> {
  const buffer = await quickPdf(name, anyLetterSize());
  await addFiles(page, { name, mimeType: "application/pdf", buffer });
  const words = count === 1 ? "1 letter was" : `${count} letters were`;
  const done = page.getByText(new RegExp(`^Reading is finished\\. ${words} added`));
  await done.waitFor({ state: "attached", timeout: 60_000 });
  so.letters.set(name, hashOf(buffer));
}

/** A letter of one typed page, made large by bytes that no page shows: read at once, slow to store. */
async function quickPdf(words: string, sizeBytes: number): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const page = pdf.addPage([595, 842]);
  page.drawText(`Child Maintenance Service\nDate: 4 May 2026\n${words}`, { x: 60, y: 760, size: 12, font });
  pdf.context.register(pdf.context.stream(new Uint8Array(randomBytes(sizeBytes))));
  return Buffer.from(await pdf.save());
}

/**
 * Unlocks as a person does, with nothing but the passphrase, and looks for the draft.
 * @returns how long it took until the case was open, and what is wrong
 */
export async function unlockAndLook(page: Page, passphrase: string, so: ShownAsKept, draftDue: boolean) {
  const from = performance.now();
  await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
  await page.keyboard.press("Enter");
  await page.getByRole("navigation").getByRole("button", { name: "Inbox" }).first().waitFor({ timeout: 60_000 });
  const openMillis = Math.round(performance.now() - from);
  const wrong: string[] = [];
  await goTo(page, "Calls & messages");
  const { draft } = so;
  if (draft !== null && draftDue) {
    const field = page.getByLabel("What they said", { exact: true });
    await field.waitFor({ timeout: 10_000 }).catch(() => undefined);
    const found = (await field.isVisible()) ? await field.inputValue() : null;
    if (found !== draft.text) wrong.push(`the draft "${draft.text}" came back as ${JSON.stringify(found)}`);
  }
  for (const alert of await page.getByRole("alert").allInnerTexts()) {
    if (alert.trim() !== "" && !alert.includes("cut short")) wrong.push(`the window says: ${alert}`);
  }
  return { openMillis, wrong };
}
