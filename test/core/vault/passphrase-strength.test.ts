import { expect, test } from "vitest";
import { askPassphraseStrength, sayGuessTime } from "#core/vault/passphrase-strength.ts";

test.each([
  [0.4, "less than a second"],
  [1, "1 second"],
  [59, "59 seconds"],
  [3_700, "1 hour"],
  [3 * 86_400, "3 days"],
  [400 * 86_400, "13 months"],
  [12 * 365.25 * 86_400, "12 years"],
  [99 * 365.25 * 86_400, "99 years"],
  [1e12, "centuries"],
])("%d seconds are said as %s", (seconds, said) => {
  expect(sayGuessTime(seconds)).toBe(said);
});

test("nothing typed has no strength", async () => {
  expect(await askPassphraseStrength("", [])).toBeNull();
});

test.each(["password", "12345678", "qwertyuiop", "letmein1", "folio"])("%s is weak", async (passphrase) => {
  const strength = await askPassphraseStrength(passphrase, []);
  expect(strength?.verdict).toBe("weak");
  expect(strength?.takes).toMatch(/second|minute|hour/);
});

test("one's own name is weak, and a stranger's guess would have taken longer", async () => {
  const own = await askPassphraseStrength("Marjorie Featherstonehaugh", ["Marjorie Featherstonehaugh"]);
  expect(own?.verdict).toBe("weak");
  expect((await askPassphraseStrength("Marjorie Featherstonehaugh", []))?.verdict).not.toBe("weak");
});

test("four unusual words are strong, and no advice is given on them", async () => {
  const strength = await askPassphraseStrength("gravel hamster twilight oboe", []);
  expect(strength).toEqual({ verdict: "strong", takes: "centuries", advice: [] });
});

test("advice is given in whole sentences", async () => {
  const strength = await askPassphraseStrength("qwerty1", []);
  expect(strength?.advice.length).toBeGreaterThan(0);
  for (const line of strength?.advice ?? []) expect(line).toMatch(/^[A-Z].*[.?]$/);
});
