import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const COPIED = ["src", "content", "public", "astro.config.ts", "package.json", "tsconfig.json"];

/**
 * The book in a folder of its own, where it can be built with other content: without chapters, and without
 * what was measured. The caller removes the folder.
 */
export function copyBook(): string {
  const folder = mkdtempSync(join(tmpdir(), "book-"));
  for (const name of COPIED) cpSync(name, join(folder, name), { recursive: true });
  rmSync(join(folder, "content/chapters"), { recursive: true });
  mkdirSync(join(folder, "node_modules"));
  // Packages are linked one by one: the cache, which holds what was measured, stays behind.
  for (const name of readdirSync("node_modules")) {
    if (name.startsWith(".") && name !== ".bin") continue;
    symlinkSync(resolve("node_modules", name), join(folder, "node_modules", name), "junction");
  }
  return folder;
}

export function write(folder: string, file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

/** `astro build` in such a folder: its exit code and all that it said. */
export function build(folder: string): { status: number | null; output: string } {
  const astro = resolve("node_modules/astro/bin/astro.mjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [astro, "build"], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, FORCE_COLOR: "0", NO_COLOR: "1" },
  });
  return { status, output: stdout + stderr };
}
