import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** axe finds nothing, in either theme; the place is named when it does. */
export async function expectNoFaults(page: Page, where: string): Promise<void> {
  await page.emulateMedia({ colorScheme: "light" });
  await expectNone(page, `${where}, light`);
  // A theme changes colours alone, so in the dark the contrast is what is looked at again.
  await page.emulateMedia({ colorScheme: "dark" });
  await expectNone(page, `${where}, dark`, new AxeBuilder({ page }).withRules(["color-contrast"]));
}

/** axe finds nothing in the theme at hand. */
export async function expectNone(
  page: Page,
  where: string,
  axe = new AxeBuilder({ page }).withTags(rules),
): Promise<void> {
  const { violations } = await axe.analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
  expect(found, where).toEqual([]);
}

/** Nothing scrolls sideways. */
export async function expectFits(page: Page, where: string): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over, `${where} is wider than the window`).toBeLessThanOrEqual(0);
}
