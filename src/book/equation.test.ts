import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "installed-"));
  const installed = join(folder, "node_modules/running-backwards");
  mkdirSync(installed, { recursive: true });
  for (const name of ["src", "content", "package.json"]) {
    cpSync(name, join(installed, name), { recursive: true });
  }
  symlinkSync(resolve("node_modules/yaml"), join(folder, "node_modules/yaml"), "junction");
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the package's command", () => {
  const run = (...args: string[]) =>
    spawnSync(
      process.execPath,
      [join(folder, "node_modules/running-backwards/src/book/equation.js"), ...args],
      { cwd: folder, encoding: "utf8" },
    );

  it("runs where the package is installed, below node_modules", () => {
    const { status, stdout } = run("check", "E = E(x, y)", "--json");
    expect((JSON.parse(stdout) as { verdict: string }).verdict).toBe("holds");
    expect(status).toBe(0);
  });

  it("tells a false equation by its exit code there too", () => {
    expect(run("check", "E = 2E").status).toBe(1);
  });
});
