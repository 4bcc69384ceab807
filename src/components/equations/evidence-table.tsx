import { useMemo } from "preact/hooks";

import {
  evidenceOf,
  formatNumber,
  formatPower,
  type EvidenceNow,
  type LiveEquation,
  type QuantityName,
} from "../../engine/index.ts";
import { nameParts } from "../panel/names.ts";
import { Quantity } from "../panel/quantity.tsx";
import type { FrameSource } from "../frames.ts";
import { LiveCell, LiveText } from "./live-text.tsx";
import { onceAFrame } from "./once-a-frame.ts";
import { SettledFrames } from "./settled.ts";

interface Props {
  readonly frames: FrameSource;
  readonly equation: LiveEquation;
}

/** Each row costs two runs of a part of the network in every frame, and some thirty when it is at rest. */
const MOST_ROWS = 24;

/** Every ∂ of the equation: what the tape computes beside what is measured, with its error bar. */
export function EvidenceTable({ frames, equation }: Props) {
  const settled = useMemo(() => new SettledFrames(frames), [frames]);
  const all = useMemo(
    () => evidenceOf(equation).map((one) => ({ ...one, now: onceAFrame(settled, one.now) })),
    [settled, equation],
  );
  if (all.length === 0) return null;
  const shown = all.slice(0, MOST_ROWS);
  return (
    <div
      class="table-box"
      role="group"
      aria-label={"Each derivative, computed and measured"}
      tabIndex={0}
    >
      <table class="live">
        <caption>Each derivative, computed and measured</caption>
        <thead>
          <tr>
            <th scope="col">derivative</th>
            <th scope="col" class="number">
              computed
            </th>
            <th scope="col" class="number">
              measured
            </th>
            <th scope="col" class="number">
              error bar
            </th>
            <th scope="col">they</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ of, by, analytic, estimate, now }, at) => (
            <tr key={at}>
              <th scope="row">
                <Rate of={of} by={by} />
              </th>
              <td class="number">
                <LiveCell frames={frames} read={analytic} format={eightDecimals} />
              </td>
              <td class="number">
                <LiveCell frames={frames} read={estimate} format={eightDecimals} />
              </td>
              <td class="number">
                <LiveText
                  frames={settled}
                  read={() => (settled.isMoving ? "…" : asBar(now().bar))}
                />
              </td>
              <td>
                <LiveText frames={settled} read={() => (settled.isMoving ? "…" : wordOf(now()))} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {all.length > shown.length && <p>… and {all.length - shown.length} more.</p>}
      <p class="table-note">
        Measured: the quantity is moved up and down by about 0.00001, all that follows from it is
        computed anew, and the change is divided by the step.
      </p>
    </div>
  );
}

const eightDecimals = (value: number): string => formatNumber(value, 8);
const asBar = (value: number): string => `± ${formatPower(value)}`;

function wordOf({ verdict, isNotDownstream, hasKink }: EvidenceNow): string {
  if (isNotDownstream) return "agree: no effect";
  if (hasKink) return "cannot tell: kink";
  return verdict;
}

function Rate({ of, by }: { readonly of: QuantityName; readonly by: QuantityName }) {
  return (
    <span class="rate">
      ∂<Quantity parts={nameParts(of.symbol, of.labels, of.indices)} /> / ∂
      <Quantity parts={nameParts(by.symbol, by.labels, by.indices)} />
    </span>
  );
}
