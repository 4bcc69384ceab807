import { tokenize } from "./lexer.ts";
import type { Model } from "./model.ts";
import { Cursor, Refusal } from "./parser/cursor.ts";
import { readName } from "./parser/names.ts";

/** A symbol's TeX in the one spelling that declarations use: `\tilde\theta` is `\tilde{\theta}`. */
export function canonicalName(text: string, model: Model): string {
  try {
    const cursor = new Cursor(text, tokenize(text).tokens, model);
    const name = readName(cursor)?.text;
    return name !== undefined && cursor.peek().kind === "end" ? name : text;
  } catch (error) {
    if (error instanceof Refusal) return text;
    throw error;
  }
}
