import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Absent, compileSides, Judge, placesOf, Program, Stop } from "../engine/index.ts";
import { backwardPass } from "../engine/fixtures/backward-pass.ts";
import { nanosecondsEach } from "./measurements/speed/stopwatch.ts";
import { findFunction } from "../engine/functions/index.ts";
import { check, type TypedEquation } from "../language/index.ts";
import { caseProgram, readCase } from "./cases.ts";
import { chapterFormulas, type ChapterFormula } from "./chapter-formulas.ts";
import { loadModel } from "./models.ts";
import { parseMeta } from "./meta.ts";

/* What a chapter costs: the update after a slider moved, and the build's checks. Figures only. */

const CHAPTERS = resolve(import.meta.dirname, "../../content/chapters");
const print = (what: string, figure: string): void => console.log(`${what.padEnd(58)} ${figure}`);

const displaysOf = (chapter: string): ChapterFormula[] =>
  chapterFormulas(readFileSync(resolve(CHAPTERS, chapter, "index.mdx"), "utf8")).filter(
    ({ kind }) => kind === "display",
  );

const modelOf = ({ meta }: ChapterFormula): string =>
  parseMeta(meta).meta.values.model ?? "feedforward";

/** Every display of the chapter's own model as slots of one tape. */
function compileChapter(program: Program, displays: readonly ChapterFormula[]): number {
  let equations = 0;
  for (const { tex } of displays.filter((one) => modelOf(one) === "feedforward")) {
    const { typed, diagnostics } = check(tex, program.model);
    if (diagnostics.length > 0 || !compileAll(program, typed)) continue;
    equations += 1;
  }
  return equations;
}

/** False where the equation has no place on this network. */
function compileAll(program: Program, typed: TypedEquation): boolean {
  try {
    for (const claim of typed.claims) {
      for (const letters of placesOf(program, claim.free, typed.conditions)) {
        compileSides(program, claim, letters);
      }
    }
    return true;
  } catch (error) {
    if (error instanceof Stop || error instanceof Absent) return false;
    throw error;
  }
}

/** The pocket net by hand, forward and backward, as the measure of what is possible. */
function pocketByHand() {
  const { given } = readCase("pocket");
  const theta = given["\\theta"] as Record<string, number[][]>;
  const bias = given.b as Record<string, number[]>;
  const sigmoid = findFunction("sigmoid")!;
  return backwardPass(
    {
      sizes: [2, 3, 2],
      weights: [theta["1"]!, theta["2"]!],
      biases: [bias["1"]!, bias["2"]!],
      input: given.x as number[],
      target: given.y as number[],
    },
    sigmoid.derivatives[0]!,
    sigmoid.derivatives[1]!,
  );
}

function updates(): void {
  const hand = pocketByHand();
  for (const chapter of readdirSync(CHAPTERS)) {
    const shared = caseProgram("pocket");
    const program = new Program(shared.model, shared.network);
    const equations = compileChapter(program, displaysOf(chapter));
    const weight = program.inputs.get("\\theta|1")!.slots[0]!;
    let value = program.tape.value(weight);
    const update = (): number => {
      program.tape.write(weight, (value += 1e-9));
      return program.tape.run();
    };
    const operations = update();
    const [tape, byHand] = nanosecondsEach([update, () => void hand.run()]) as [number, number];
    const figures = `${(tape / 1000).toFixed(2)} µs for ${operations} operations of ${equations} equations`;
    print(
      `${chapter}: one weight moved`,
      `${figures}: ${(tape / byHand).toFixed(1)} backward passes by hand`,
    );
  }
}

function checks(): void {
  const displays = readdirSync(CHAPTERS).flatMap(displaysOf);
  const start = performance.now();
  const judges = new Map<string, Judge>();
  for (const display of displays) {
    const name = modelOf(display);
    const judge = judges.get(name) ?? new Judge(loadModel(name));
    judges.set(name, judge);
    judge.judge(display.tex);
  }
  const seconds = (performance.now() - start) / 1000;
  const rate = `${(displays.length / seconds).toFixed(0)} checks a second`;
  print(
    `${displays.length} displays judged on 20 networks each`,
    `${rate}, ${seconds.toFixed(2)} s in all`,
  );
}

updates();
checks();
