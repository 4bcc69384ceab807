import type { Edit } from "../edit.ts";
import { bracket } from "./bracket.ts";
import { condition } from "./condition.ts";
import { dropFactor } from "./drop-factor.ts";
import { dropFunction } from "./drop-function.ts";
import { dropTerm } from "./drop-term.ts";
import { exchangeConstant } from "./exchange-constant.ts";
import { exchangeMover } from "./exchange-mover.ts";
import { exchangeOperation } from "./exchange-operation.ts";
import { exchangeParameter } from "./exchange-parameter.ts";
import { exchangeSymbol } from "./exchange-symbol.ts";
import { factor } from "./factor.ts";
import { fractionTurned } from "./fraction-turned.ts";
import { held } from "./held.ts";
import { number } from "./number.ts";
import { power } from "./power.ts";
import { prime } from "./prime.ts";
import { productKind } from "./product-kind.ts";
import { pullOut } from "./pull-out.ts";
import { relation } from "./relation.ts";
import { renameIndex } from "./rename-index.ts";
import { shiftBound } from "./shift-bound.ts";
import { shiftIndex } from "./shift-index.ts";
import { shiftLabel } from "./shift-label.ts";
import { sign } from "./sign.ts";
import { swapIndices } from "./swap-indices.ts";
import { transpose } from "./transpose.ts";
import { updatedWeights } from "./updated-weights.ts";

/** Every kind of edit. A new one is a file, its test and a line here. */
export const edits: readonly Edit[] = [
  swapIndices,
  renameIndex,
  shiftIndex,
  shiftLabel,
  shiftBound,
  transpose,
  productKind,
  sign,
  factor,
  dropFactor,
  fractionTurned,
  dropTerm,
  pullOut,
  power,
  number,
  prime,
  dropFunction,
  exchangeOperation,
  exchangeSymbol,
  exchangeMover,
  exchangeParameter,
  exchangeConstant,
  updatedWeights,
  held,
  bracket,
  relation,
  condition,
];
