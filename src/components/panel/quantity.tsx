import type { NameParts } from "./names.ts";

/** A quantity's name, set as in the formulas. */
export function Quantity({ parts }: { parts: NameParts }) {
  const { letter, sub, sup, of } = parts;
  return (
    <span class="quantity" data-of={of}>
      <i>{letter}</i>
      {(sub || sup) && (
        <span class="quantity-scripts">
          <sup>{sup}</sup>
          <sub>{sub}</sub>
        </span>
      )}
    </span>
  );
}

/** The same inside a drawing. */
export function SvgQuantity({ parts }: { parts: NameParts }) {
  const { letter, sub, sup } = parts;
  return (
    <>
      <tspan class="quantity-letter">{letter}</tspan>
      {sup && (
        <tspan class="quantity-script" dy="-0.45em">
          {sup}
        </tspan>
      )}
      {sub && (
        <tspan class="quantity-script" dy={sup ? "0.8em" : "0.3em"}>
          {sub}
        </tspan>
      )}
    </>
  );
}
