import type { TypedClaim, TypedEquation } from "../language/index.ts";
import { printNode } from "../language/index.ts";
import {
  Absent,
  compile,
  compileSides,
  placesOf,
  Stop,
  type Letters,
  type Program,
} from "../engine/index.ts";
import { printBlock } from "./numbers.ts";
import { typeset } from "./typeset.ts";

const formula = (tex: string): string => typeset(tex, tex, false).html;

/** Rows of a worked table; a longer one says how many more there are. */
const MAX_ROWS = 16;
const DIGITS = 4;

/**
 * The equation in numbers on one network, as plain HTML: what a reader without JavaScript sees when the
 * equation is opened. Every number comes from the engine.
 */
export function workedNumbers(program: Program, typed: TypedEquation, netName: string): string {
  try {
    return typed.claims.map((claim) => claimTable(program, claim, typed, netName)).join("");
  } catch (error) {
    if (error instanceof Stop || error instanceof Absent) return `<p>${noPlace(netName)}</p>`;
    throw error;
  }
}

const noPlace = (netName: string): string => `This equation has no place on ${netName}.`;

function claimTable(
  program: Program,
  claim: TypedClaim,
  typed: TypedEquation,
  netName: string,
): string {
  const unmet = unmetCondition(program, typed);
  if (unmet) return `<p>${unmet}</p>`;
  program.restart();
  const places = placesOf(program, claim.free, typed.conditions);
  if (places.length === 0) return `<p>${noPlace(netName)}</p>`;
  const rows = places.slice(0, MAX_ROWS).map((place) => rowOf(program, claim, place));
  const names = claim.free.map(({ name }) => name).filter((name) => !name.startsWith("·"));
  const heads = [...names.map((name) => `<i>${name}</i>`), ...sideNames(claim)];
  const more = places.length - rows.length;
  return [
    `<table class="worked"><caption>On ${netName}</caption>`,
    `<thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join("")}</tr></thead>`,
    `<tbody>${rows.join("")}</tbody></table>`,
    more > 0 ? `<p>… and ${more} more.</p>` : "",
  ].join("");
}

function unmetCondition(program: Program, { conditions }: TypedEquation): string | null {
  for (const one of conditions) {
    if (one.kind === "count" && program.network.counts[one.name] !== one.value) {
      return `Stated for ${one.name} = ${one.value}; this network has ${one.name} = ${program.network.counts[one.name]}.`;
    }
    const choice = one.kind === "function" ? program.network.choices[one.name]?.name : undefined;
    if (one.kind === "function" && choice !== one.choice) {
      return `Stated for ${one.name} = ${one.choice}; this network has ${choice}.`;
    }
  }
  return null;
}

const sideNames = (claim: TypedClaim): string[] =>
  claim.sides.length === 2
    ? ["left side", "right side"]
    : claim.sides.map((_, at) => (claim.sides.length === 1 ? "value" : `side ${at + 1}`));

function rowOf(program: Program, claim: TypedClaim, place: Letters): string {
  const indices = [...place]
    .filter(([name]) => !name.startsWith("·"))
    .map(([, value]) => `<td>${value}</td>`);
  const sides = sideBlocks(program, claim, place).map((text) => `<td>${text}</td>`);
  return `<tr>${[...indices, ...sides].join("")}</tr>`;
}

function sideBlocks(program: Program, claim: TypedClaim, place: Letters): string[] {
  const first = claim.sides[0];
  if (claim.sides.length === 1 && first) {
    return [printBlock(program, compile(program, first, place), DIGITS)];
  }
  const compared = compileSides(program, claim, place);
  if (compared.length === 0) return claim.sides.map((side) => formula(printNode(side)));
  const [opening] = compared;
  const blocks = [...(opening ? [opening.left] : []), ...compared.map(({ right }) => right)];
  return blocks.map((block) => printBlock(program, block, DIGITS));
}
