import type { Custom, MdastNode } from "satteri";

/**
 * HTML that goes into the page as it is. Astro writes the content of `set:html` unread, so nothing in a formula
 * (braces, angle brackets) can be taken for JSX.
 */
export function htmlNode(html: string, place: "flow" | "text"): MdastNode {
  return {
    type: place === "flow" ? "mdxJsxFlowElement" : "mdxJsxTextElement",
    name: "Fragment",
    attributes: [{ type: "mdxJsxAttribute", name: "set:html", value: html }],
    children: [],
  } as unknown as MdastNode;
}

/** An element around Markdown content. */
export function elementNode(
  tag: string,
  properties: Readonly<Record<string, string>>,
  children: readonly (MdastNode | Custom)[],
): Custom {
  return {
    type: `book-${tag}`,
    data: { hName: tag, hProperties: properties } as Custom["data"] & object,
    children: [...children],
  };
}
