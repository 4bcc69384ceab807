import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse as parseYaml } from "yaml";
import { Judge } from "../engine/index.ts";
import { childrenOf, parse, type Model, type Node } from "../language/index.ts";
import type { Claim, Court, RuleData } from "../mutants/index.ts";
import { readBook } from "./corpus.ts";
import { loadModel } from "./models.ts";

const CONTENT = resolve(import.meta.dirname, "../../content");

/**
 * Every claim that the book makes: the rows of the corpus that hold and the definitions of the models they
 * use; each text once. What is said of numbers alone, such as 2¹² = 4096, is no claim about a model.
 */
export function readClaims(): Claim[] {
  const { judgeOf } = court();
  const corpus = readBook().filter(({ tex, model, verdict }) => {
    return verdict === "holds" && speaksOf(tex, loadModel(model));
  });
  const models = [...new Set(corpus.map(({ model }) => model))];
  // Where a definition has exceptions, as the last layer of a classifier, it is not true of all.
  const definitions = models
    .flatMap(definitionsOf)
    .filter(({ tex, model }) => judgeOf(model).judge(tex, { shrink: false }).verdict === "holds");
  const claims = [...corpus, ...definitions];
  const unique = new Map(
    claims.toReversed().map((claim) => [`${claim.model} ${claim.tex}`, claim]),
  );
  return [...unique.values()].toReversed().map(({ id, tex, model }) => ({ id, tex, model }));
}

function speaksOf(tex: string, model: Model): boolean {
  const isSpoken = (node: Node): boolean =>
    ["symbol", "evaluate", "call"].includes(node.kind) || childrenOf(node).some(isSpoken);
  return parse(tex, model).equation.chains.some(({ sides }) => sides.some(isSpoken));
}

const definitionsOf = (model: string): Claim[] =>
  loadModel(model).definitions.map(({ source }, at) => ({
    id: `${model} ${at + 1}`,
    tex: source,
    model,
  }));

/** Claims that are left out when mutants are made, with the reason. */
export interface LeftOut {
  readonly because: string;
  readonly models?: readonly string[];
  readonly ids?: readonly string[];
}

/** `content/corpus/without-mutants.yaml`. */
export const readLeftOut = (): LeftOut[] =>
  parseYaml(readFileSync(resolve(CONTENT, "corpus/without-mutants.yaml"), "utf8")) as LeftOut[];

export const isLeftOut = ({ id, model }: Claim, { models = [], ids = [] }: LeftOut): boolean =>
  models.includes(model) || ids.includes(id);

/** The rules that excuse a mutant: `content/corpus/equivalences.yaml`. */
export const readRules = (): RuleData[] =>
  parseYaml(readFileSync(resolve(CONTENT, "corpus/equivalences.yaml"), "utf8")) as RuleData[];

/** The judges of the book, one a model. */
export function court(): Court {
  const judges = new Map<string, Judge>();
  return {
    modelOf: loadModel,
    judgeOf: (name) => {
      const judge = judges.get(name) ?? new Judge(loadModel(name));
      judges.set(name, judge);
      return judge;
    },
  };
}
