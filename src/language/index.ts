/** Text ⇄ tree: the door of the equation language. Pure; runs the same in Node and in the browser. */
export * from "./affine.ts";
export { Budget, TOO_MUCH_WORK } from "./budget.ts";
export { canonicalName } from "./canonical-name.ts";
export { check, type Checked } from "./check.ts";
export { CHARACTERS, readSmall, SMALL_RUN } from "./characters.ts";
export * from "./diagnostics.ts";
export { leadingSymbol } from "./leading-symbol.ts";
export { tokenize, type Token } from "./lexer.ts";
export * from "./model.ts";
export { findOperation, operations } from "./operations/index.ts";
export type { Block, Builder, Operation, Shape } from "./operations/operation.ts";
export { parse, type Parsed } from "./parser/index.ts";
export { printCondition, printEquation, printNode, printSymbol } from "./printers/latex.ts";
export type { ModelData, SmoothData, SymbolData } from "./model-data.ts";
export {
  packEquation,
  packModel,
  unpackEquation,
  unpackModel,
  type PackedEquation,
  type PackedModel,
} from "./packed.ts";
export { readModel } from "./read-model.ts";
export * from "./tree.ts";
export * from "./tree-walk.ts";
export type { Use } from "./shapes/context.ts";
export { isScalar, isVector, printShape } from "./shapes/shape.ts";
export type { FreeIndex, TypedClaim, TypedEquation } from "./typed.ts";
export {
  readTyped,
  sourceSpan,
  applyEdits,
  type Edit,
  type TypedInput,
} from "./typed-input/index.ts";
export { suppose } from "./other-letters/index.ts";
