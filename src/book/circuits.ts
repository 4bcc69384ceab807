import type { GivenData } from "../engine/index.ts";
import type { ModelData, SymbolData } from "../language/index.ts";

/** Letters for the lengths of given arrays. */
const LENGTHS = ["n", "m", "p"];

/** The functions of a circuit, by the names that are usual. */
const FUNCTIONS = {
  "\\operatorname{sin}": ["sin"],
  "\\operatorname{tanh}": ["tanh"],
  "\\operatorname{relu}": ["relu"],
  "\\sigma": ["sigmoid"],
};

/** A model of numbers that follow from given ones, one definition each: a worked example without layers. */
export function circuit(
  title: string,
  given: GivenData,
  definitions: readonly string[],
): ModelData {
  const lengths = [...new Set(Object.values(given).flatMap(lengthsOf))];
  const letter = (length: number): string => LENGTHS[lengths.indexOf(length)] as string;
  const inputs = Object.entries(given).map(([name, value]): [string, SymbolData] => [
    name,
    { reads: name, role: "given", shape: lengthsOf(value).map(letter) },
  ]);
  const computed = definitions.map((definition): [string, SymbolData] => {
    const name = definition.split("=")[0]?.trim() ?? "";
    return [name, { reads: name }];
  });
  return {
    title,
    judge: Object.fromEntries(lengths.map((length) => [letter(length), length])),
    symbols: Object.fromEntries([...inputs, ...computed]),
    functions: FUNCTIONS,
    definitions,
  };
}

const lengthsOf = (value: unknown): number[] =>
  Array.isArray(value) ? [value.length, ...lengthsOf(value[0])] : [];
