/** One-edit mutants and true re-spellings of equations: the door. Pure; only the build uses it. */
export type { Edit } from "./edit.ts";
export { edits } from "./edits/index.ts";
export type { RuleData } from "./equivalence/rules.ts";
export { mutantsOf, type Mutant } from "./mutate.ts";
export {
  surveyMutants,
  type Claim,
  type Court,
  type EditFigures,
  type Fate,
  type MutantFigures,
  type MutantFound,
  type RuleFigures,
} from "./survey.ts";
export { respellingsOf, type Respelling } from "./respell.ts";
export type { Spelling } from "./respellings/spelling.ts";
export {
  surveyRespellings,
  type RefusedRespelling,
  type RespellingFigures,
} from "./survey-respellings.ts";
