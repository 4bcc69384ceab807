import {
  describeHere,
  LivePage,
  type PageClaim,
  type Pocket,
  type Reader,
} from "../engine/index.ts";
import { readModel, type Model, type ModelData } from "../language/index.ts";

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
  readonly tex: string;
  readonly name?: string;
  readonly data?: {
    readonly model?: string;
    readonly conditions?: Readonly<Record<string, string | undefined>>;
  };
}

export function startMachine(reader: Reader, pocket: Pocket): Machine {
  const models = new Map<string, Model>(
    Object.entries(readIsland<Record<string, ModelData>>("page-models", {})).map(([name, data]) => [
      name,
      readModel(name, data).model,
    ]),
  );
  const claims = readIsland<WrittenEquation[]>("page-equations", [])
    .filter(({ kind, data }) => kind === "display" && models.has(data?.model ?? ""))
    .map(claimOf);
  const machine = {
    page: new LivePage(models, reader, pocket),
    describeHere,
    claims: new Map(claims.map((claim) => [claim.key, claim])),
    rebuild(next: Reader) {
      machine.page = new LivePage(models, next, pocket, machine.page);
    },
  };
  return machine;
}

const claimOf = ({ key, tex, name, data }: WrittenEquation): PageClaim => ({
  key,
  tex,
  name,
  model: data?.model ?? "",
  meta: Object.fromEntries(
    Object.entries(data?.conditions ?? {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    ),
  ),
});

function readIsland<Data>(id: string, otherwise: Data): Data {
  const text = document.getElementById(id)?.textContent;
  return text ? (JSON.parse(text) as Data) : otherwise;
}
