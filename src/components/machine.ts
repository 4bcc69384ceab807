import {
  describeHere,
  LivePage,
  type PageClaim,
  type Pocket,
  type Reader,
} from "../engine/index.ts";
import {
  unpackEquation,
  unpackModel,
  type Model,
  type PackedEquation,
  type PackedModel,
} from "../language/index.ts";

/** The equations of the page and the engine that runs them: all that is fetched at the first touch. */
export interface Machine {
  readonly page: LivePage;
  readonly claims: ReadonlyMap<string, PageClaim>;
  readonly describeHere: typeof describeHere;
  /** Another size or another g. */
  rebuild(reader: Reader, pocket: Pocket): void;
}

/** What the build writes of a formula; see `PageEquation` of the book. */
interface WrittenEquation {
  readonly key: string;
  readonly kind: string;
  readonly name?: string;
  readonly data?: { readonly model: string; readonly equation: PackedEquation };
}

export function startMachine(reader: Reader, pocket: Pocket): Machine {
  const models = new Map<string, Model>(
    Object.entries(readIsland<Record<string, PackedModel>>("page-models", {})).map(
      ([name, packed]) => [name, unpackModel(packed)],
    ),
  );
  const claims = readIsland<WrittenEquation[]>("page-equations", []).flatMap(
    ({ key, kind, name, data }): PageClaim[] => {
      const model = kind === "display" && data ? models.get(data.model) : undefined;
      if (!data || !model) return [];
      return [{ key, name, model: data.model, typed: unpackEquation(data.equation, model) }];
    },
  );
  const machine = {
    page: new LivePage(models, reader, pocket),
    describeHere,
    claims: new Map(claims.map((claim) => [claim.key, claim])),
    rebuild(next: Reader) {
      machine.page = new LivePage(models, next, pocket);
    },
  };
  return machine;
}

function readIsland<Data>(id: string, otherwise: Data): Data {
  const text = document.getElementById(id)?.textContent;
  return text ? (JSON.parse(text) as Data) : otherwise;
}
