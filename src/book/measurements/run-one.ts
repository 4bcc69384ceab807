/** One measurement in a process of its own, `node run-one.ts <name>`; it sends what it found to its parent. */
import type { Measurement } from "./measurement.ts";
import { outcomeOf } from "./outcome.ts";
import { isName, MEASUREMENTS } from "./registry.ts";

const name = process.argv[2] ?? "";
if (!isName(name)) throw new Error(`There is no measurement ${name}.`);
process.send?.(await outcomeOf((await MEASUREMENTS[name]()) as Measurement<unknown>));
