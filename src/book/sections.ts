import { defineMdastPlugin, type Custom, type MdastNode } from "satteri";

import type { ChapterReader } from "./chapter-reader.ts";
import { elementNode } from "./nodes.ts";

type Block = MdastNode | Custom;

/** Nodes that make no box and must stay where they are. */
const INVISIBLE = ["yaml", "toml", "mdxjsEsm", "definition", "footnoteDefinition"];

/**
 * Wraps what lies between two headings of the second level in a section, so that the browser can leave a section
 * that is far below unlaid (`content-visibility`): a chapter holds hundreds of formulas of fifty boxes each.
 */
export const sectionPlugin = (reader: ChapterReader) =>
  defineMdastPlugin({
    name: "book-sections",
    heading(node, context) {
      // Astro names a heading by its words; an equation of that name keeps it, since its id is permanent.
      const words =
        context
          .textContent(node)
          .toLowerCase()
          .match(/[a-z0-9]+/g) ?? [];
      const id = words.join("-");
      if (reader.has(id)) context.setProperty(node, "data", { hProperties: { id: `about-${id}` } });
    },
    after(root, context) {
      const kept: Block[] = [];
      const sections: Block[][] = [];
      for (const node of root.children) {
        if (INVISIBLE.includes(node.type)) {
          kept.push(node);
        } else if (sections.length === 0 || (node.type === "heading" && node.depth === 2)) {
          sections.push([node]);
        } else {
          sections.at(-1)!.push(node);
        }
      }
      const wrapped = sections.map((blocks) =>
        elementNode("section", { class: "stretch" }, blocks),
      );
      context.setProperty(root, "children", [...kept, ...wrapped]);
    },
  });
