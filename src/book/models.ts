import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { parse } from "yaml";
import { readModel, type Model, type ModelData } from "../language/index.ts";

const FOLDER = resolve(import.meta.dirname, "../../content/models");

/** A model file that cannot be used; the message says why. */
export class ModelError extends Error {}

const cache = new Map<string, Model>();

/** Every model of the book, by its name. */
export const modelNames = (): string[] =>
  globSync("*.yaml", { cwd: FOLDER })
    .map((file) => basename(file, ".yaml"))
    .sort();

/** A model of `content/models` by its name, or any YAML file by its path. */
export function loadModel(nameOrPath: string): Model {
  const path = pathOf(nameOrPath);
  const known = cache.get(path);
  if (known) return known;
  const name = basename(path).replace(/\.ya?ml$/, "");
  const { model, problems } = readModel(name, readModelData(nameOrPath));
  if (problems.length > 0) throw new ModelError(`${nameOrPath}: ${problems.join(" ")}`);
  cache.set(path, model);
  return model;
}

/** A model as it is written, for whoever changes something in it. */
export function readModelData(nameOrPath: string): ModelData {
  const path = pathOf(nameOrPath);
  if (!existsSync(path)) throw new ModelError(`There is no model ${nameOrPath}.`);
  let data: unknown;
  try {
    data = parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new ModelError(`${nameOrPath}: ${(error as Error).message}`);
  }
  const shaped = data as Partial<ModelData> | null;
  if (!shaped?.title || !shaped.symbols || !shaped.judge) {
    throw new ModelError(`${nameOrPath}: a model has at least title, judge and symbols.`);
  }
  return shaped as ModelData;
}

const pathOf = (nameOrPath: string): string =>
  /\.ya?ml$/.test(nameOrPath) ? resolve(nameOrPath) : resolve(FOLDER, `${nameOrPath}.yaml`);
