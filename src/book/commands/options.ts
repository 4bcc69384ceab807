import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { readGiven, type Constraints } from "../../engine/index.ts";
import type { Model } from "../../language/index.ts";

/** Wrong use of the command line; ends with exit code 64. */
export class UsageError extends Error {}

export interface Options {
  readonly model: string;
  readonly sizes: readonly number[] | undefined;
  readonly g: string | undefined;
  readonly seed: string;
  readonly given: unknown;
  readonly json: boolean;
  /** Whether equations are read as people type them, in ASCII, in Unicode or in clumsy LaTeX. */
  readonly typed: boolean;
  readonly words: readonly string[];
}

/** The largest layer and the deepest network that the command line builds. */
const MAX_WIDTH = 64;
const MAX_DEPTH = 12;

export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parse(args);
  return {
    model: values.model ?? "feedforward",
    sizes: values.sizes === undefined ? undefined : readSizes(values.sizes.split(",")),
    g: values.g,
    seed: values.seed ?? "1",
    given: values.given === undefined ? undefined : readGivenFile(values.given),
    json: values.json ?? false,
    typed: values.typed ?? false,
    words: positionals,
  };
}

const OPTIONS = {
  model: { type: "string" },
  sizes: { type: "string" },
  g: { type: "string" },
  seed: { type: "string" },
  given: { type: "string" },
  json: { type: "boolean" },
  typed: { type: "boolean" },
} as const;

/** An equation may begin with a minus: whatever does not begin with two is a word, not an option. */
function parse(args: readonly string[]) {
  const words = args.filter((arg, at) => !arg.startsWith("--") && !takesValue(args[at - 1]));
  const options = args.filter((arg, at) => arg.startsWith("--") || takesValue(args[at - 1]));
  try {
    const { values } = parseArgs({
      args: options,
      options: OPTIONS,
      strict: true,
      allowPositionals: true,
    });
    return { values, positionals: words };
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

const takesValue = (arg: string | undefined): boolean => {
  const name = arg?.startsWith("--") ? arg.slice(2) : "";
  return name in OPTIONS && OPTIONS[name as keyof typeof OPTIONS].type === "string";
};

export function readSizes(parts: readonly unknown[]): number[] {
  const sizes = parts.map((part) =>
    typeof part === "number" || (typeof part === "string" && part.trim() !== "")
      ? Number(part)
      : Number.NaN,
  );
  const isSize = (size: number): boolean =>
    Number.isInteger(size) && size >= 1 && size <= MAX_WIDTH;
  if (sizes.length < 2 || sizes.length > MAX_DEPTH || !sizes.every(isSize)) {
    throw new UsageError(
      `Sizes are 2 to ${MAX_DEPTH} whole numbers from 1 to ${MAX_WIDTH}, such as 3,5,4,2.`,
    );
  }
  return sizes;
}

function readGivenFile(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw new UsageError(`The file ${path} cannot be read.`);
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new UsageError(`${path} is not JSON: ${(error as Error).message}`);
  }
}

export interface Fixed {
  readonly sizes?: readonly number[] | undefined;
  readonly g?: string | undefined;
  readonly given?: unknown;
}

/** Sizes, activation and numbers that are fixed from outside, as constraints on the networks. */
export function constraintsFor(model: Model, fixed: Fixed): Constraints {
  if (fixed.sizes && Object.keys(model.judge.widths).length === 0) {
    throw new UsageError(`The model ${model.name} has no layers of several neurons to size.`);
  }
  const { constraints, problems } = readGiven(model, fixed.given ?? {}, fixed.sizes);
  if (problems.length > 0) throw new UsageError(problems.join(" "));
  return { ...constraints, choices: choicesFor(model, fixed.g) };
}

function choicesFor(model: Model, g: string | undefined): Record<string, string> {
  if (g === undefined) return {};
  const entry = [...model.functions].find(([, declared]) => declared.kind === "choices");
  if (!entry) throw new UsageError(`The model ${model.name} has no activation function to choose.`);
  const [name, declared] = entry;
  const choices = declared.kind === "choices" ? declared.choices : [];
  if (!choices.includes(g)) {
    throw new UsageError(`${name} is one of ${choices.join(", ")}, not ${g}.`);
  }
  return { [name]: g };
}
