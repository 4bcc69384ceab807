import type { Spelling } from "./spelling.ts";
import { textSpellings } from "./texts.ts";
import { treeSpellings } from "./trees.ts";

/** Every way of writing the same otherwise. */
export const spellings: readonly Spelling[] = [...treeSpellings, ...textSpellings];
