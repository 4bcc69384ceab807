import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Program, readGiven, type GivenData, type Network } from "../engine/index.ts";
import { loadModel, ModelError } from "./models.ts";

/** A network with a name: the pocket net, a published worked example. */
export interface Case {
  /** As it stands in a sentence: "the pocket net". */
  readonly title: string;
  /** The models whose symbols it gives; the first is its own. */
  readonly models: readonly string[];
  readonly g: string;
  readonly given: GivenData;
}

const FOLDER = resolve(import.meta.dirname, "../../content/cases");
const programs = new Map<string, Program>();

export const readCase = (name: string): Case =>
  JSON.parse(readFileSync(resolve(FOLDER, `${name}.json`), "utf8")) as Case;

/** Every case by its name. */
export const caseNames = (): string[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.replace(/\.json$/, ""));

/** The case that shows a model's equations in numbers, if there is one. */
export const defaultCase = (model: string): string | undefined =>
  caseNames().find((name) => readCase(name).models.includes(model));

/** The program of a case, on its own model or on another of its models. */
export function caseProgram(name: string, modelName?: string): Program {
  const found = readCase(name);
  const own = modelName ?? found.models[0] ?? "";
  const key = `${name}/${own}`;
  const known = programs.get(key);
  if (known) return known;
  const model = loadModel(own);
  const { constraints, problems } = readGiven(model, found.given);
  if (problems.length > 0)
    throw new ModelError(`content/cases/${name}.json: ${problems.join(" ")}`);
  const network: Network = {
    counts: { ...model.judge.counts, ...constraints.counts },
    widths: { ...model.judge.widths, ...constraints.widths },
    choices: { g: { name: found.g, slope: 1 } },
    seed: name,
    given: constraints.given,
  };
  const program = new Program(model, network);
  programs.set(key, program);
  return program;
}
