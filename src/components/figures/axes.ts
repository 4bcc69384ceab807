/** The frame of our drawings, in units of their viewBox: small enough that text is legible on a phone. */
export const FRAME = { width: 360, height: 250, left: 46, right: 10, top: 14, bottom: 40 } as const;

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** 10⁻⁹, for the ticks of a logarithmic axis. */
export const powerLabel = (exponent: number): string => {
  const digits = [...String(Math.abs(exponent))].map((digit) => SUPERSCRIPTS[Number(digit)]);
  return `10${exponent < 0 ? "⁻" : ""}${digits.join("")}`;
};

/** From an interval of numbers to an interval of the drawing. */
export const scale =
  ([from, to]: readonly [number, number], [start, end]: readonly [number, number]) =>
  (value: number): number =>
    Number((start + ((value - from) / (to - from)) * (end - start)).toFixed(2));

/** Every `by`th integer of an interval, ends included where they fall on one. */
export const integers = ([from, to]: readonly [number, number], by: number): number[] => {
  const first = Math.ceil(from / by);
  return Array.from({ length: Math.floor(to / by) - first + 1 }, (_, at) => (first + at) * by);
};
