import { defineConfig } from "vitest/config";

/**
 * Three kinds of test, each a project of its own:
 * `unit` stands beside its source, `browser` opens the built pages, `budgets` measures what was built.
 * The last two read `dist`, so they run after a build (`npm test` does both in order).
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["src/**/*.test.ts", "tests/unit/**/*.test.ts"],
          // Time is never asserted: a slow machine must not fail a right answer.
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: "budgets",
          include: ["tests/budgets/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
