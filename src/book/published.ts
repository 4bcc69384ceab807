import { globSync, readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { parse } from "yaml";
import {
  compile,
  drawNetwork,
  Program,
  readGiven,
  Training,
  UNCONSTRAINED,
  type GivenData,
} from "../engine/index.ts";
import { check, readModel, type Model, type ModelData } from "../language/index.ts";
import { readCase } from "./cases.ts";
import { circuit } from "./circuits.ts";
import { ModelError, readModelData } from "./models.ts";

/** A file of `content/cases/published`: numbers of one publication, with what they must come out as. */
interface PublishedFile {
  readonly title: string;
  readonly source: string;
  readonly licence: string;
  readonly cases: readonly PublishedCase[];
}

interface PublishedCase {
  readonly id: string;
  /** A file of `content/cases` whose model and numbers are meant. */
  readonly case?: string;
  /** A model by its name, or written out. */
  readonly model?: string | ModelData;
  /** Instead of a model: how each number follows from the given ones. */
  readonly definitions?: readonly string[];
  /** Instead of the model's own updates. */
  readonly updates?: readonly string[];
  /** Which function g is. */
  readonly g?: string;
  /** Sizes that the numbers do not say. */
  readonly counts?: Readonly<Record<string, number>>;
  readonly given?: GivenData;
  /** Steps of learning before the values are read. */
  readonly rounds?: number;
  /** What an expression is before each step of learning, as printed to all digits. */
  readonly trace?: { readonly tex: string; readonly published: readonly string[] };
  readonly expect?: readonly PublishedData[];
}

interface PublishedData {
  readonly tex: string;
  /** To full precision, computed outside of this book; row by row. */
  readonly values: readonly number[];
  /** As printed there. */
  readonly published?: readonly string[];
  /** Why the publication prints something else. */
  readonly wrong?: string;
  /** How far a value may be off, relative; after thousands of steps rounding adds up. */
  readonly within?: number;
}

/** One expression of a publication, evaluated by the engine. */
export interface PublishedRow {
  readonly publication: string;
  readonly case: string;
  readonly tex: string;
  /** How many numbers it is. */
  readonly entries: number;
  /** Largest relative error, and how large it may be. */
  readonly error: number;
  readonly within: number;
  /** How many of the numbers are printed there, and how many of them are not these values rounded. */
  readonly printed: number;
  readonly misprinted: number;
  /** Why that is to be expected. */
  readonly wrong: string | null;
}

const FOLDER = resolve(import.meta.dirname, "../../content/cases/published");
const WITHIN = 1e-12;

export const PUBLICATIONS: readonly string[] = globSync("*.yaml", { cwd: FOLDER })
  .map((file) => basename(file, ".yaml"))
  .sort();

export const readPublication = (name: string): PublishedFile =>
  parse(readFileSync(resolve(FOLDER, `${name}.yaml`), "utf8")) as PublishedFile;

/** Every expression of a publication on its numbers. */
export const runPublication = (name: string): PublishedRow[] =>
  readPublication(name).cases.flatMap((one) => {
    const program = programOf(one);
    const traced = one.trace ? [follow(program, one.trace)] : [];
    const expected = (one.expect ?? []).map((data) => judge(program, data));
    return [...expected, ...traced].map((row) => ({ publication: name, case: one.id, ...row }));
  });

function programOf(one: PublishedCase): Program {
  const known = one.case === undefined ? undefined : readCase(one.case);
  const given = one.given ?? known?.given ?? {};
  const model = modelOf(one, given, known?.models[0]);
  const { constraints, problems } = readGiven(model, given);
  if (problems.length > 0) throw new ModelError(`${one.id}: ${problems.join(" ")}`);
  const g = one.g ?? known?.g;
  const program = new Program(
    model,
    drawNetwork(
      model,
      {
        ...{ ...UNCONSTRAINED, ...constraints },
        counts: { ...constraints.counts, ...one.counts },
        choices: { ...onlyChoices(model), ...(g === undefined ? {} : { g }) },
      },
      one.id,
      0,
    ),
  );
  if (one.rounds !== undefined) {
    const training = new Training(program);
    for (let round = 0; round < one.rounds; round += 1) training.step();
  }
  return program;
}

function modelOf(one: PublishedCase, given: GivenData, known: string | undefined): Model {
  const written = one.model ?? known ?? circuit(one.id, given, one.definitions ?? []);
  const data = typeof written === "string" ? readModelData(written) : written;
  const { model, problems } = readModel(one.id, {
    ...data,
    ...(one.updates ? { updates: one.updates } : {}),
  });
  if (problems.length > 0) throw new ModelError(`${one.id}: ${problems.join(" ")}`);
  return model;
}

/** A function that can be one thing only is that thing. */
const onlyChoices = (model: Model): Record<string, string> =>
  Object.fromEntries(
    [...model.functions].flatMap(([name, declared]) =>
      declared.kind === "choices" && declared.choices.length === 1
        ? [[name, declared.choices[0] as string]]
        : [],
    ),
  );

type Judged = Omit<PublishedRow, "publication" | "case">;

function judge(program: Program, { tex, values, published = [], ...rest }: PublishedData): Judged {
  const found = valuesOn(program, tex);
  if (found.length !== values.length)
    throw new ModelError(`${tex} has ${found.length} values, not ${values.length}.`);
  const errors = found.map((value, at) => relative(value, values[at] as number));
  return {
    tex,
    entries: found.length,
    error: Math.max(...errors),
    within: rest.within ?? WITHIN,
    printed: published.length,
    misprinted: published.filter((text, at) => !isRounded(text, found[at] as number)).length,
    wrong: rest.wrong ?? null,
  };
}

/** A run of training, beside what is printed of it step by step. */
function follow(program: Program, { tex, published }: NonNullable<PublishedCase["trace"]>): Judged {
  const training = new Training(program);
  const errors = published.map((text) => {
    const [value = Number.NaN] = valuesOn(program, tex);
    training.step();
    return relative(value, Number(text));
  });
  return {
    ...{ tex, entries: errors.length, error: Math.max(...errors), within: WITHIN },
    ...{ printed: published.length, misprinted: 0, wrong: null },
  };
}

/** All entries of an expression on a program, row by row. */
export function valuesOn(program: Program, tex: string): number[] {
  const span = { start: 0, end: 0 };
  const { L } = program.network.counts;
  const size = L === undefined ? [] : [{ kind: "count", name: "L", value: L, span } as const];
  const { typed, diagnostics } = check(tex, program.model, size);
  const side = typed.claims[0]?.sides[0];
  if (!side || diagnostics.length > 0)
    throw new ModelError(`${tex}: ${diagnostics.map(({ message }) => message).join(" ")}`);
  program.restart();
  return program.values(compile(program, side, new Map()));
}

const relative = (value: number, truth: number): number =>
  value === truth ? 0 : Math.abs(value - truth) / Math.abs(truth);

/** Whether a printed decimal is this value to its digits, by half a unit in the last one. */
export function isRounded(text: string, value: number): boolean {
  const digits = (text.split(".")[1] ?? "").length;
  return Math.abs(value - Number(text)) <= 0.5 * 10 ** -digits * (1 + 1e-9);
}
