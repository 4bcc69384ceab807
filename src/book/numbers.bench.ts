import { numbers } from "./measurements/numbers.ts";

/* How exact the machine is, in tables. Figures only: that they are as they must be is the build's affair. */

const rounded = (value: unknown): unknown =>
  typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(3)) : value;

/** A table of the columns that are single words or numbers. */
function print(title: string, rows: readonly object[]): void {
  console.log(`\n${title}`);
  console.table(
    rows.map((row) =>
      Object.fromEntries(
        Object.entries(row)
          .filter(([, value]) => typeof value !== "object" || value === null)
          .map(([name, value]) => [name, rounded(value)]),
      ),
    ),
  );
}

const { selfCheck, reference, floors, curve, bars, resolution, formulas, publications } =
  await numbers.measure();
const flat = ({ central, fourth, rho, ...row }: (typeof bars.normal)[number]) => ({
  ...row,
  "central median": central.median,
  "central worst": central.worst,
  "fourth median": fourth.median,
  "fourth worst": fourth.worst,
  "rho p99": rho.p99,
  "rho most": rho.most,
});

print("The reference against published slopes, relative error", selfCheck.published);
print("Derivatives against the reference: worst error of a tensor", reference);
print("Differences of functions of one number, absolute error", floors);
print("The V: error of the gradient of a 3-5-4-2 net against the step, tanh", curve.tanh);
print("The V with ReLU", curve.relu);
print("Error bars on ordinary networks", bars.normal.map(flat));
print(
  "Error bars where derivatives hide",
  bars.hiding.map(({ family, entries, most, disagree, cannotTell }) => ({
    ...{ family, entries, most, disagree, cannotTell },
  })),
);
print(
  "What is said where a difference is blind",
  resolution.map(({ evidence, ...row }) => ({ ...row, evidence: evidence.join(" and ") })),
);
print(
  "Formulas of the engine, relative error; beside them the textbook's",
  formulas.map(({ fails, ...row }) => ({
    ...row,
    fails: fails.map(({ x, error }) => `${x}: ${error?.toPrecision(2) ?? "no number"}`).join(", "),
  })),
);
print(
  "Published examples",
  publications.map(({ title, rows, values, worst, misprints }) => ({
    title,
    rows,
    values,
    worst,
    misprints: misprints.length,
  })),
);
