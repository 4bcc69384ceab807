export { tangents } from "./forward.ts";
export { Intervention, perturbed } from "./intervene.ts";
export type { Slot } from "./primitive.ts";
export { dependsOn } from "./reach.ts";
export { replay } from "./replay.ts";
export { adjoints } from "./reverse.ts";
export type { Adjoints } from "./reverse.ts";
export { sidesOf } from "./sides.ts";
export { Tape } from "./tape.ts";
