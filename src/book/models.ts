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
  const isPath = /\.ya?ml$/.test(nameOrPath);
  const path = isPath ? resolve(nameOrPath) : resolve(FOLDER, `${nameOrPath}.yaml`);
  const known = cache.get(path);
  if (known) return known;
  if (!existsSync(path)) throw new ModelError(`There is no model ${nameOrPath}.`);
  const { model, problems } = readFile(path, nameOrPath);
  if (problems.length > 0) throw new ModelError(`${nameOrPath}: ${problems.join(" ")}`);
  cache.set(path, model);
  return model;
}

function readFile(path: string, name: string): ReturnType<typeof readModel> {
  let data: unknown;
  try {
    data = parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new ModelError(`${name}: ${(error as Error).message}`);
  }
  const shaped = data as Partial<ModelData> | null;
  if (!shaped?.title || !shaped.symbols || !shaped.judge) {
    throw new ModelError(`${name}: a model has at least title, judge and symbols.`);
  }
  return readModel(basename(path).replace(/\.ya?ml$/, ""), shaped as ModelData);
}
