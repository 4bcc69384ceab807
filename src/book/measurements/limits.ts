import { Judge, UNCONSTRAINED, type Verdict } from "../../engine/index.ts";
import { blindNetwork, readBackwardMutants, type Blind } from "../blind-networks.ts";
import { modelWithoutBias } from "../dropped-bias.ts";
import { loadModel } from "../models.ts";
import { measureConventions, type Convention } from "./conventions.ts";
import type { Measurement } from "./measurement.ts";

/** One claim, judged in the book's model and in one whose forward and backward pass share a mistake. */
export interface SharedMistake {
  readonly tex: string;
  readonly inBook: Verdict;
  readonly withMistake: Verdict;
  /** The claim compares values, not derivatives. */
  readonly isOfValues: boolean;
}

/** What became of the wrong backward passes on one kind of network. */
export interface Sight {
  readonly network: "judging" | Blind;
  readonly tried: number;
  readonly byShape: number;
  readonly byNumbers: number;
  readonly cannotTell: number;
  /** Called true there. */
  readonly notSeen: number;
}

/** A claim that is false, though by little or seldom, and what is said of it. */
export interface NearMiss {
  readonly tex: string;
  readonly verdict: Verdict;
}

export interface LimitFigures {
  readonly sharedMistake: readonly SharedMistake[];
  readonly nearMisses: readonly NearMiss[];
  readonly sights: readonly Sight[];
  readonly conventions: readonly Convention[];
}

const OF_DERIVATIVES = [
  "\\delta^{(k)} = (\\theta^{(k)})^T \\delta^{(k+1)} \\odot g'(z^{(k)})",
  "\\frac{\\partial E}{\\partial \\theta^{(k)}} = \\delta^{(k+1)} (a^{(k)})^T",
  "\\frac{\\partial E}{\\partial b^{(k)}} = 0",
];
const OF_VALUES = ["z^{(k+1)} = \\theta^{(k)} a^{(k)} + b^{(k)}"];

/** False by a factor near 1, and by numbers that are rare: each with the verdict that is to be expected. */
const NEAR_MISSES: readonly NearMiss[] = [
  { tex: nearlyOne("1.00001"), verdict: "fails" },
  { tex: nearlyOne("1.00000001"), verdict: "cannot tell" },
  { tex: nearlyOne("1.0000000001"), verdict: "holds" },
  { tex: "z_i^{(k)} \\le 1000000000", verdict: "holds" },
];

/** What a check of derivatives cannot see, shown by cases that are run. */
export const limits: Measurement<LimitFigures> = {
  title: "What a check cannot see",

  measure: () => ({
    sharedMistake: measureSharedMistake(),
    nearMisses: NEAR_MISSES.map(({ tex }) => ({
      tex,
      verdict: new Judge(loadModel("feedforward")).judge(tex).verdict,
    })),
    sights: (["judging", "ones", "zero", "relu"] as const).map(sightOn),
    conventions: measureConventions(),
  }),

  faults: ({ sharedMistake, nearMisses, sights, conventions }) => [
    ...conventions
      .filter(({ left, here, right }) => here < left || here > right)
      .map(({ what }) => `The slope of ${what} does not lie between the slopes beside it.`),
    ...nearMisses
      .filter(({ verdict }, at) => verdict !== NEAR_MISSES[at]?.verdict)
      .map(({ tex, verdict }) => `The page explains another verdict than "${verdict}" for ${tex}.`),
    ...sharedMistake
      .filter(({ isOfValues }) => isOfValues)
      .filter(({ inBook, withMistake }) => inBook !== "holds" || withMistake !== "fails")
      .map(({ tex }) => `A claim of values does not tell the mistake: ${tex}`),
    ...sharedMistake
      .filter(({ isOfValues, withMistake }) => !isOfValues && withMistake !== "holds")
      .map(({ tex }) => `With the shared mistake this should still hold: ${tex}`),
    ...sights
      .filter(({ network, byShape, byNumbers, tried }) =>
        network === "judging" ? byShape + byNumbers < tried : byShape + byNumbers === tried,
      )
      .map(({ network }) =>
        network === "judging"
          ? "A wrong backward pass is not refused on the judging networks."
          : `The network "${network}" hides nothing, so it shows nothing.`,
      ),
  ],

  lines: ({ sharedMistake, sights }) => [
    `a mistake that both passes share: ${sharedMistake.filter(({ withMistake }) => withMistake === "holds").length} ` +
      `claims of derivatives still hold, ${sharedMistake.filter(({ withMistake }) => withMistake === "fails").length} of values fails`,
    ...sights.map(
      ({ network, tried, byShape, byNumbers }) =>
        `wrong backward passes refused on the networks "${network}": ${byShape + byNumbers} of ${tried}`,
    ),
  ],
};

/** A function, since it is needed before this line. */
function nearlyOne(factor: string): string {
  return `\\frac{\\partial E}{\\partial b_i^{(k)}} = ${factor} \\delta_i^{(k+1)}`;
}

function measureSharedMistake(): SharedMistake[] {
  const book = new Judge(loadModel("feedforward"));
  const mistaken = new Judge(modelWithoutBias());
  const judged = (isOfValues: boolean) => (tex: string) => ({
    tex,
    inBook: book.judge(tex).verdict,
    withMistake: mistaken.judge(tex).verdict,
    isOfValues,
  });
  return [...OF_DERIVATIVES.map(judged(false)), ...OF_VALUES.map(judged(true))];
}

/** The first spelling of every wrong backward pass that can be tried on such networks. */
function sightOn(network: "judging" | Blind): Sight {
  const verdicts = readBackwardMutants()
    .filter(({ blind }) => network === "judging" || blind[network] !== undefined)
    .map(({ model = "feedforward", wrong }) => {
      const judge = new Judge(loadModel(model));
      const constraints =
        network === "judging" ? UNCONSTRAINED : blindNetwork(judge.model, network);
      return judge.judge(wrong[0]!.tex, { constraints }).verdict;
    });
  const count = (verdict: Verdict) => verdicts.filter((one) => one === verdict).length;
  return {
    network,
    tried: verdicts.length,
    byShape: count("not understood"),
    byNumbers: count("fails"),
    cannotTell: count("cannot tell"),
    notSeen: count("holds"),
  };
}
