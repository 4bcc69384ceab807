/**
 * What stands after the opening `$$` of a block: `#permanent-id key=value key="two words"`.
 */
export interface Meta {
  /** The permanent id, without `#`; undefined when the author gave none. */
  readonly id: string | undefined;
  readonly values: Readonly<Record<string, string>>;
}

/** A fault in the meta, with its [start, end) in the meta string. */
export interface MetaFault {
  readonly sentence: string;
  readonly span: readonly [number, number];
}

/** The keys that a block may carry, each with what it says. */
export const META_KEYS: Readonly<Record<string, string>> = {
  name: "label printed beside the equation",
  why: "reason tag of a derivation step",
  model: "file of content/models that declares the symbols",
  "display-only": "reason why this claim is not executed",
  g: "condition on the activation function",
  L: "condition on the number of layers",
};

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const ITEM =
  /(?:#(?<id>[^\s="]+)|(?<key>[^\s="#]+)=(?:"(?<quoted>[^"]*)"|(?<bare>[^\s"]+)))(?=\s|$)/y;

/** Reads a meta string; every fault is reported, none is thrown. */
export function parseMeta(text: string): { meta: Meta; faults: MetaFault[] } {
  const faults: MetaFault[] = [];
  const values: Record<string, string> = {};
  let id: string | undefined;
  let at = 0;
  while ((at += /^\s*/.exec(text.slice(at))![0].length) < text.length) {
    ITEM.lastIndex = at;
    const groups = ITEM.exec(text)?.groups;
    const end = groups ? ITEM.lastIndex : at + /^\S+/.exec(text.slice(at))![0].length;
    const fault = (sentence: string) => faults.push({ sentence, span: [at, end] });
    if (!groups) {
      fault(`"${text.slice(at, end)}" is neither #id nor key=value.`);
    } else if (groups.id !== undefined) {
      if (id !== undefined) fault("An equation has one id; this is the second.");
      else if (!ID.test(groups.id)) fault("An id is lower-case words joined by hyphens.");
      id ??= groups.id;
    } else {
      const key = groups.key!;
      if (!Object.hasOwn(META_KEYS, key)) {
        fault(`No key is called "${key}"; there are ${Object.keys(META_KEYS).join(", ")}.`);
      } else if (Object.hasOwn(values, key)) {
        fault(`The key "${key}" is given twice.`);
      }
      values[key] = groups.quoted ?? groups.bare ?? "";
    }
    at = end;
  }
  return { meta: { id, values }, faults };
}
