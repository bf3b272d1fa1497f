import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { readings } from "../../src-renderer/flows/add-letters.ts";
import { session } from "../../src-renderer/flows/current-case.ts";
import { lockNow, watchForLock } from "../../src-renderer/flows/lock.ts";
import { changeSettings } from "../../src-renderer/flows/settings.ts";
import { vaultState } from "../../src-renderer/flows/vault.ts";
import { hostOn, temporaryFolder } from "../host/temporary.ts";
import { createdOn, unlockAgain, windowOn } from "./window.ts";

vi.mock("../../src-renderer/flows/passphrase-kdf.ts", () => import("./quick-kdf.ts"));

vi.stubGlobal("document", { documentElement: { dataset: {}, removeAttribute: () => undefined } });

const minute = 60_000;

/** A window's events, and a clock that only moves when it is told to. */
const page = Object.assign(new EventTarget(), { document: { activeElement: null, getSelection: () => null } });
function passes(millis: number): void {
  vi.setSystemTime(Date.now() + millis);
  vi.advanceTimersByTime(1_500);
}

beforeAll(() => {
  vi.useFakeTimers({ toFake: ["setInterval", "Date"] });
  // Once for all tests, as a window does. Of a window, only listeners and the document are used.
  watchForLock(page as unknown as Window);
});

afterEach(() => {
  changeSettings({ lockMinutes: 3 });
});

test("Folio locks after three minutes without a sign of anybody, or as many as the settings say", async () => {
  await createdOn(hostOn(await temporaryFolder()));
  passes(2.9 * minute);
  expect(vaultState.get()).toBe("open");
  passes(0.2 * minute);
  expect(vaultState.get()).toBe("locked");
  await lockNow();
  await unlockAgain();
  changeSettings({ lockMinutes: 10 });
  passes(9.5 * minute);
  expect(vaultState.get()).toBe("open");
  passes(minute);
  expect(vaultState.get()).toBe("locked");
});

test.each(["pointerdown", "pointermove", "keydown", "wheel", "touchstart"])("a %s is a sign", async (sign) => {
  await createdOn(hostOn(await temporaryFolder()));
  passes(2 * minute);
  page.dispatchEvent(new Event(sign));
  passes(2 * minute);
  expect(vaultState.get()).toBe("open");
  passes(1.1 * minute);
  expect(vaultState.get()).toBe("locked");
});

test("letters that are being read keep Folio open for as long as they get on", async () => {
  await createdOn(hostOn(await temporaryFolder()));
  const before = readings.get();
  for (let page = 1; page < 5; page += 1) {
    passes(2 * minute);
    readings.set([...before]);
  }
  expect(vaultState.get()).toBe("open");
});

test("recovery words that are on screen stay long enough to be copied out by hand", async () => {
  await createdOn(hostOn(await temporaryFolder()), { showsWords: true });
  passes(14 * minute);
  expect(vaultState.get()).toBe("open");
  passes(1.1 * minute);
  expect(vaultState.get()).toBe("locked");
});

test("a computer that slept past the time is locked when it wakes", async () => {
  await createdOn(hostOn(await temporaryFolder()));
  vi.setSystemTime(Date.now() + 8 * 60 * minute);
  vi.advanceTimersByTime(1_000);
  expect(vaultState.get()).toBe("locked");
});

test.each(["pointermove", "keydown"])(
  "a %s after the time was over, before the clock was looked at, locks",
  async (sign) => {
    await createdOn(hostOn(await temporaryFolder()));
    // Woken by somebody, or a page that was hidden: its timers come after what is done in it.
    vi.setSystemTime(Date.now() + 4 * minute);
    page.dispatchEvent(new Event(sign));
    expect(vaultState.get()).toBe("locked");
  },
);

test("a clock that is put back doesn't keep Folio open for ever", async () => {
  await createdOn(hostOn(await temporaryFolder()));
  passes(-5 * 60 * minute);
  passes(3.1 * minute);
  expect(vaultState.get()).toBe("locked");
});

test("leaving the page locks", async () => {
  await createdOn(hostOn(await temporaryFolder()));
  page.dispatchEvent(new Event("pagehide"));
  expect(vaultState.get()).toBe("locked");
});

test("without a vault there is nothing to lock, however long nobody is there", async () => {
  await windowOn(hostOn(await temporaryFolder()));
  passes(60 * minute);
  expect([vaultState.get(), session.get().vault]).toEqual(["none", null]);
});

test("the lock comes within its limit though the disk doesn't answer", async () => {
  vi.useRealTimers();
  const host = hostOn(await temporaryFolder());
  let isHanging = false;
  const never = new Promise<never>(() => undefined);
  const writeHead: typeof host.writeHead = (...args) => (isHanging ? never : host.writeHead(...args));
  const writeDraft: typeof host.writeDraft = (...args) => (isHanging ? never : host.writeDraft(...args));
  await createdOn({ ...host, writeHead, writeDraft });
  isHanging = true;
  const { typeInto, typedFields } = await import("../../src-renderer/flows/typed-fields.ts");
  typeInto("a", "b");
  const begun = Date.now();
  await lockNow();
  expect(Date.now() - begun).toBeLessThan(2_500);
  expect([session.get().vault, session.get().kept, typedFields.get().size]).toEqual([null, null, 0]);
});
