import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "yaml";
import {
  compile,
  differenceOnTape,
  drawNetwork,
  Judge,
  judgeDerivative,
  Program,
  readGiven,
  UNCONSTRAINED,
  type Constraints,
  type DerivativeVerdict,
  type GivenData,
  type Rate,
  type Verdict,
} from "../../../engine/index.ts";
import { check, type Model } from "../../../language/index.ts";
import { loadModel } from "../../models.ts";

/** A row of `content/corpus/resolution.yaml`: a network, a derivative, a claim, and what must be said of both. */
interface ResolutionData {
  readonly where: string;
  readonly model: string;
  readonly g: string;
  /** The depth, where the given numbers do not say it. */
  readonly L?: number;
  readonly given?: GivenData;
  /** Instead of numbers: the parameters of the judge's first network, times this. */
  readonly scale?: number;
  readonly of: string;
  readonly evidence: DerivativeVerdict;
  readonly claim: string;
  readonly verdict: Verdict;
}

/** What was wanted and what was said. */
export interface ResolutionRow {
  readonly where: string;
  readonly claim: string;
  readonly wanted: { readonly evidence: DerivativeVerdict; readonly verdict: Verdict };
  /** The evidence on every entry of the derivative, each word once. */
  readonly evidence: readonly DerivativeVerdict[];
  readonly verdict: Verdict;
}

const FILE = resolve(import.meta.dirname, "../../../../content/corpus/resolution.yaml");

export const measureResolution = (): ResolutionRow[] =>
  (parse(readFileSync(FILE, "utf8")) as ResolutionData[]).map((row) => {
    const model = loadModel(row.model);
    const constraints = constraintsOf(model, row);
    const { verdict } = new Judge(model).judge(row.claim, { constraints });
    const { where, claim } = row;
    const wanted = { evidence: row.evidence, verdict: row.verdict };
    return { where, claim, wanted, evidence: evidenceOf(model, constraints, row.of), verdict };
  });

function constraintsOf(model: Model, { g, L, given = {}, scale }: ResolutionData): Constraints {
  const read = readGiven(model, given);
  if (read.problems.length > 0) throw new Error(read.problems.join(" "));
  const counts = { ...read.constraints.counts, ...(L === undefined ? {} : { L }) };
  const base: Constraints = { ...UNCONSTRAINED, ...read.constraints, counts, choices: { g } };
  if (scale === undefined) return base;
  // Every parameter is met by computing the error; then it is given, scaled.
  const drawn = new Program(model, drawNetwork(model, base, "1", 0));
  compileOn(drawn, "E");
  const parameters = [...drawn.inputs].filter(
    ([key]) => model.symbols.get(key.split("|")[0] ?? "")?.role === "parameter",
  );
  const scaled = parameters.map(
    ([key, block]) => [key, drawn.values(block).map((value) => scale * value)] as const,
  );
  return {
    ...base,
    counts: drawn.network.counts,
    widths: drawn.network.widths,
    given: new Map(scaled),
  };
}

/** A program that keeps the derivatives that are asked of it. */
class Recorder extends Program {
  readonly rates: Rate[] = [];
  override noteRate(rate: Rate): void {
    this.rates.push(rate);
  }
}

function evidenceOf(model: Model, constraints: Constraints, tex: string): DerivativeVerdict[] {
  const program = new Recorder(model, drawNetwork(model, constraints, "1", 0));
  compileOn(program, tex);
  const verdicts = program.rates.map(({ output, input, slot }) =>
    judgeDerivative(program.tape.value(slot), differenceOnTape(program.tape, output, input)),
  );
  return [...new Set(verdicts)];
}

function compileOn(program: Program, tex: string): void {
  const span = { start: 0, end: 0 };
  const depth = { kind: "count", name: "L", value: program.network.counts.L ?? 0, span } as const;
  const { typed, diagnostics } = check(tex, program.model, [depth]);
  const side = typed.claims[0]?.sides[0];
  if (!side || diagnostics.length > 0) throw new Error(`${tex}: ${diagnostics[0]?.message}`);
  compile(program, side, new Map());
}
