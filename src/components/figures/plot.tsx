import type { ComponentChildren } from "preact";

import { FRAME } from "./axes.ts";

/** What every still drawing says of itself. */
export interface PlotWords {
  readonly id: string;
  readonly title: string;
  /** What a reader sees in it, in words. */
  readonly description: string;
}

interface Props extends PlotWords {
  readonly height?: number;
  readonly children: ComponentChildren;
}

/** The sheet of a still drawing, with its name and its description for those who do not see it. */
export function Plot({ id, title, description, height = FRAME.height, children }: Props) {
  return (
    <svg
      class="plot"
      viewBox={`0 0 ${FRAME.width} ${height}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-words`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-words`}>{description}</desc>
      {children}
    </svg>
  );
}
