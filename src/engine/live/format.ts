const MINUS = "\u2212";
const SUPERSCRIPTS: Readonly<Record<string, string>> = {
  "-": "\u207b",
  ...Object.fromEntries([..."⁰¹²³⁴⁵⁶⁷⁸⁹"].map((digit, at) => [String(at), digit])),
};

/**
 * A number for reading: a true minus sign and fixed decimals, a power of ten where those would show
 * only zeros or would be too long. A zero is `0`.
 */
export function formatNumber(value: number, decimals = 4): string {
  if (Number.isNaN(value)) return "no number";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : `${MINUS}∞`;
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size < 0.5 * 10 ** -decimals || size >= 1e5) return formatPower(value);
  return value.toFixed(decimals).replace("-", MINUS);
}

/** Two digits and a power of ten: for distances and error bars. */
export function formatPower(value: number): string {
  if (value === 0) return "0";
  if (!Number.isFinite(value)) return formatNumber(value);
  const [mantissa = "0", exponent = "0"] = value.toExponential(1).split("e");
  const raised = [...exponent.replace("+", "")].map((one) => SUPERSCRIPTS[one] ?? one).join("");
  return `${mantissa.replace("-", MINUS)}·10${raised}`;
}

/** A number as it may be typed again: as short as it is exact, with a true minus sign. */
export const formatExact = (value: number): string => String(value).replace("-", MINUS);
