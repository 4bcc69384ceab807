import {
  describeHere,
  LivePage,
  PANEL_MODEL,
  pocketReader,
  tensorsOf,
  type PageClaim,
  type Pocket,
} from "../engine/index.ts";
import { packModel, type PackedModel } from "../language/index.ts";
import { readCase } from "./cases.ts";
import { loadModel } from "./models.ts";

/** The network that a reader begins with: the pocket net of content/cases. */
function pocketNet(): Pocket {
  const { g, given } = readCase("pocket");
  const numbers: Record<string, readonly number[]> = {};
  for (const [symbol, value] of Object.entries(given)) {
    const members: [string, unknown][] =
      typeof value === "object" && !Array.isArray(value)
        ? Object.entries(value).map(([label, array]) => [`${symbol}|${label}`, array])
        : [[symbol, value]];
    for (const [key, array] of members) numbers[key] = [array].flat(9) as number[];
  }
  const inner = Object.entries(numbers).filter(([key]) => key.startsWith("b|"));
  const sizes = [numbers.x ?? [], ...inner.map(([, values]) => values)].map(({ length }) => length);
  return { sizes, g, numbers };
}

/** A page on the pocket net, with the models that are asked for. */
function pocketPage(models: readonly string[]): LivePage {
  const pocket = pocketNet();
  const loaded = new Map(models.map((name) => [name, loadModel(name)]));
  return new LivePage(loaded, pocketReader(pocket), pocket);
}

/** All that the network panel shows of the pocket net: computed quantities, and under `d` the slopes of E. */
function stillNumbers(): Record<string, number[]> {
  const pocket = pocketNet();
  const page = pocketPage([PANEL_MODEL]);
  const still: Record<string, number[]> = { E: [page.reading("E", [], 0)()] };
  pocket.sizes.forEach((size, at) => {
    if (at === 0) return;
    for (const name of ["z", "a", "\\delta"]) {
      still[`${name}|${at + 1}`] = Array.from({ length: size }, (_, entry) =>
        page.reading(name, [at + 1], entry)(),
      );
    }
  });
  for (const { key, rows, columns } of tensorsOf(pocket.sizes)) {
    const [symbol = "", label] = key.split("|");
    const labels = label === undefined ? [] : [Number(label)];
    still[`d${key}`] = Array.from({ length: rows * columns }, (_, entry) =>
      page.slope(symbol, labels, entry)(),
    );
  }
  return still;
}

const pages = new Map<string, LivePage>();

/** What stands in the margin of an equation for the pocket net. */
export function describeOnPocketNet(claim: PageClaim) {
  const page = pages.get(claim.model) ?? pocketPage([claim.model]);
  pages.set(claim.model, page);
  return describeHere(page.equation(claim));
}

/** What a page hands to its islands beside its equations. */
export interface LiveData {
  readonly models: Readonly<Record<string, PackedModel>>;
  readonly pocket: Pocket;
  /** Numbers of the pocket net that the panel shows before any script runs. */
  readonly still: Readonly<Record<string, readonly number[]>>;
}

export const livePage = (equations: readonly { readonly data?: unknown }[]): LiveData => ({
  models: pageModels(equations),
  pocket: pocketNet(),
  still: stillNumbers(),
});

/** The models behind the equations of a page, for the browser. */
function pageModels(equations: readonly { readonly data?: unknown }[]) {
  const names = equations.map(({ data }) => (data as { model?: string } | undefined)?.model);
  const wanted = new Set([PANEL_MODEL, ...names.filter((name) => name !== undefined)]);
  return Object.fromEntries([...wanted].map((name) => [name, packModel(loadModel(name))]));
}
