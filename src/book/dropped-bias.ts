import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "yaml";
import { readModel, type Model, type ModelData } from "../language/index.ts";

const FILE = resolve(import.meta.dirname, "../../content/models/feedforward.yaml");
const BIAS = " + b_i^{(k)}";

/**
 * The book's network with one mistake in its definitions: the bias is left out of the forward pass. All that
 * is derived from these definitions leaves it out too, so forward and backward pass share the mistake.
 */
export function modelWithoutBias(): Model {
  const data = parse(readFileSync(FILE, "utf8")) as ModelData;
  const definitions = (data.definitions ?? []).map((one) => one.replace(BIAS, ""));
  const { model, problems } = readModel("feedforward-without-bias", { ...data, definitions });
  if (problems.length > 0) throw new Error(problems.join(" "));
  return model;
}
