/** A formula as it stands in a chapter's source, for checks over the whole book. */
export interface ChapterFormula {
  readonly kind: "display" | "inline";
  readonly tex: string;
  /** What stands after the opening `$$`. */
  readonly meta: string;
}

const DISPLAY = /^[ \t]*\$\$(?<meta>[^\n]*)\n(?<tex>[^]*?)\n[ \t]*\$\$[ \t]*$/gm;
const INLINE = /(?<![\\$])\$(?<tex>[^$\n]+(?:\n[^$\n]+)?)\$(?!\$)/g;

/** Every formula of an MDX source, displays first. The build reads them by the Markdown engine instead. */
export function chapterFormulas(source: string): ChapterFormula[] {
  const displays = [...source.matchAll(DISPLAY)].map(({ groups }) => ({
    kind: "display" as const,
    tex: groups?.tex?.replace(/^[ \t]+/gm, "") ?? "",
    meta: groups?.meta?.trim() ?? "",
  }));
  const rest = source.replaceAll(DISPLAY, "");
  const inlines = [...rest.matchAll(INLINE)].map(({ groups }) => ({
    kind: "inline" as const,
    tex: groups?.tex ?? "",
    meta: "",
  }));
  return [...displays, ...inlines];
}
