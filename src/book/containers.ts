import { defineMdastPlugin, type Custom, type MdastNode } from "satteri";

import type { ChapterReader } from "./chapter-reader.ts";
import { elementNode } from "./nodes.ts";

type Block = MdastNode | Custom;
type ContainerDirective = Extract<MdastNode, { type: "containerDirective" }>;

/** `:::name{id= title=}` … `:::`: one function a name. */
const containers: Readonly<Record<string, (node: Readonly<ContainerDirective>) => Custom>> = {
  derivation: (node) =>
    elementNode("section", { class: "derivation", ...idOf(node) }, [
      ...titleOf(node),
      ...stepsOf(node.children),
    ]),
  note: (node) => elementNode("aside", { class: "note", ...idOf(node) }, [...node.children]),
  box: (node) =>
    elementNode("section", { class: "box", ...idOf(node) }, [...titleOf(node), ...node.children]),
  review: (node) =>
    elementNode("section", { class: "box review", ...idOf(node) }, [
      ...titleOf(node, "Come back to this"),
      ...node.children,
    ]),
};

/** Runs after the formulas are set; `reader.finish` here makes it the last word on the chapter. */
export function containerPlugin(reader: ChapterReader) {
  return defineMdastPlugin({
    name: "book-containers",
    options: { position: true },
    containerDirective(node, context) {
      const start = node.position!.start;
      const make = containers[node.name];
      if (make) {
        if (node.attributes?.id) reader.claim(node.attributes.id, start);
        context.replaceNode(node, make(node));
      } else {
        const names = Object.keys(containers).join(", ");
        reader.fault(`":::${node.name}" is not a container; there are ${names}.`, start, 3);
      }
    },
    leafDirective(node) {
      reader.fault(`"::${node.name}" is not a directive.`, node.position!.start, 2);
    },
    after: () => reader.finish(),
  });
}

function idOf(node: Readonly<ContainerDirective>): Record<string, string> {
  return node.attributes?.id ? { id: node.attributes.id } : {};
}

function titleOf(node: Readonly<ContainerDirective>, otherwise?: string): Block[] {
  const title = node.attributes?.title ?? otherwise;
  return title ? [elementNode("p", { class: "box-title" }, [{ type: "text", value: title }])] : [];
}

/** A step is its sentences and the equation that ends them; sentences after the last equation conclude. */
function stepsOf(children: readonly Block[]): Block[] {
  const steps: Block[] = [];
  let pending: Block[] = [];
  for (const child of children) {
    pending.push(child);
    const isEquation = "name" in child && child.name === "Fragment";
    if (!isEquation) continue;
    steps.push(elementNode("li", { class: "step" }, pending));
    pending = [];
  }
  return [elementNode("ol", { class: "steps" }, steps), ...pending];
}
