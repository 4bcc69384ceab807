import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { ModelData } from "./model-data.ts";
import { readModel } from "./read-model.ts";

const FOLDER = resolve(import.meta.dirname, "../../content/models");

const minimal: ModelData = {
  title: "One weight",
  judge: { m: 2 },
  symbols: {
    x: { reads: "input", role: "given" },
    "\\theta": { reads: "weight", role: "parameter" },
    z: { reads: "pre-activation" },
  },
  definitions: ["z = \\theta x"],
};

describe("reading a model file", () => {
  for (const file of readdirSync(FOLDER)) {
    it(`finds no fault in ${file}`, () => {
      const data = parse(readFileSync(resolve(FOLDER, file), "utf8")) as ModelData;
      const { model, problems } = readModel(file, data);
      expect(problems).toEqual([]);
      expect(model.definitions).toHaveLength(data.definitions?.length ?? 0);
      expect(model.symbols.size).toBe(Object.keys(data.symbols).length);
    });
  }

  it("takes a model of three symbols", () => {
    expect(readModel("minimal", minimal).problems).toEqual([]);
  });

  it("says which field is misspelt", () => {
    const symbols = { ...minimal.symbols, z: { reads: "pre-activation", layer: "2, L" } };
    const { problems } = readModel("misspelt", { ...minimal, symbols });
    expect(problems[0]).toMatch(/^z has no field "layer"; there are reads, shape, layers/);
  });

  it("says which role, domain or argument rule does not exist", () => {
    const symbols = { x: { reads: "input", domain: "Gaussian" } };
    const { problems } = readModel("wrong", { ...minimal, symbols, definitions: [] });
    expect(problems).toEqual([
      "x: domain is one of normal, positive, share, simplex, unit, one-hot, not Gaussian.",
    ]);
  });

  it("checks definitions like equations: symbols and shapes", () => {
    const wrong = readModel("wrong", { ...minimal, definitions: ["z = \\theta w"] });
    expect(wrong.problems[0]).toContain("w is not a symbol of this model");
    const symbols = {
      ...minimal.symbols,
      x: { reads: "input", role: "given", shape: "n_1" },
    } as const;
    const judge = { n: [3, 2] };
    const shapes = readModel("wrong", { ...minimal, judge, symbols });
    expect(shapes.problems[0]).toContain("The sides have different shapes: z is a number");
  });
});
