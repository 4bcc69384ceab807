import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";

/** Which chapter holds an equation's id. It outlives one compilation, so the whole book is covered. */
const owners = new Map<string, string>();

/**
 * Takes an id for a file. Answers with the other file that has it already, or undefined.
 * While an author edits, an id may move: an owner that no longer mentions it has lost it.
 */
export function claimId(id: string, file: string): string | undefined {
  const owner = owners.get(id);
  if (owner !== undefined && owner !== file && mentions(owner, id)) {
    return relative(process.cwd(), owner);
  }
  owners.set(id, file);
  return undefined;
}

function mentions(file: string, id: string): boolean {
  return existsSync(file) && readFileSync(file, "utf8").includes(`#${id}`);
}
