import { defineConfig } from "vitest/config";

/** Unit, property and fault tests. End-to-end specs belong to Playwright (test/e2e, test/electron). */
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    passWithNoTests: false,
  },
});
