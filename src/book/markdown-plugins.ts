import { defineMdastPlugin, type MdastPluginEntry } from "satteri";

import { ChapterReader, type PageEquation } from "./chapter-reader.ts";
import { containerPlugin } from "./containers.ts";
import { htmlNode } from "./nodes.ts";
import { livePage } from "./reader-network.ts";
import { sectionPlugin } from "./sections.ts";

declare module "satteri" {
  interface DataMap {
    /** The formulas of the page, in order; handed to the layout through the frontmatter. */
    equations: PageEquation[];
  }
}

/**
 * The Markdown plugins of the book: formulas and computed numbers first, then the containers around them.
 * A factory each, so that every chapter has a reader of its own.
 */
export const bookPlugins: MdastPluginEntry = ({ fileURL, source }) => {
  const reader = new ChapterReader(fileURL, source);
  return [formulaPlugin(reader), containerPlugin(reader), sectionPlugin(reader)];
};

function formulaPlugin(reader: ChapterReader) {
  return defineMdastPlugin({
    name: "book-formulas",
    options: { position: true },
    math(node, context) {
      const parent = context.parent(node);
      const inDerivation = parent.type === "containerDirective" && parent.name === "derivation";
      const html = reader.display(node.value, node.meta ?? "", node.position!.start, inDerivation);
      context.replaceNode(node, htmlNode(html, "flow"));
    },
    inlineMath(node, context) {
      const parent = context.parent(node);
      // The formula inside :value[…] is set by the directive itself, as a number.
      if (parent.type === "textDirective" && parent.name === "value") return;
      context.replaceNode(
        node,
        htmlNode(reader.inline(node.value, inside(node.position!)), "text"),
      );
    },
    textDirective(node, context) {
      const start = node.position!.start;
      const only = node.children.length === 1 ? node.children[0] : undefined;
      if (node.name !== "value") {
        const advice = `Write "\\:${node.name}" for a colon, or a space after it.`;
        reader.fault(`":${node.name}" is not a directive. ${advice}`, start, node.name.length + 1);
      } else if (only?.type !== "inlineMath") {
        reader.fault("A value is written :value[$formula$]{digits=4}.", start, 6);
      } else {
        const options = Object.entries(node.attributes ?? {}).map(([key, value]) => [
          key,
          value ?? "",
        ]);
        const html = reader.value(only.value, Object.fromEntries(options), inside(only.position!));
        context.replaceNode(node, htmlNode(html, "text"));
      }
    },
    after(_root, context) {
      const frontmatter = context.data.astro?.frontmatter;
      if (!frontmatter) return;
      frontmatter.equations = reader.equations;
      // Computed here, where files are read: the pages are built from a bundle elsewhere.
      frontmatter.live = livePage(reader.equations);
      frontmatter.formulaFonts = [...reader.fonts].toSorted();
    },
  });
}

/** The first character after the dollar that opens an inline formula. */
function inside(position: { start: { line: number; column: number } }) {
  return { line: position.start.line, column: position.start.column + 1 };
}
