import type { EquationSource, ExecutedEquation } from "./equations.ts";
import { isReason, REASONS } from "./reasons.ts";
import { typeset } from "./typeset.ts";

/** The four characters that have a meaning in HTML text and attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/**
 * A displayed equation, the one structure that styles and islands rely on:
 *
 *     figure.equation.is-named?#id[data-equation=id][data-verdict]
 *       span.reason | span.name     (when the author gave one)
 *       p.verdict                   the margin; it stands first so that it can float beside the formula
 *       div.equation-math           the set formula, in a box that scrolls sideways
 *       details.opened              what opens: conditions, numbers, source and link
 */
export function displayMarkup(
  source: EquationSource,
  executed: ExecutedEquation,
  set: string,
): string {
  const id = escapeHtml(source.id ?? "");
  const { name, why } = source.meta;
  const verdict = executed.verdict
    ? ` data-verdict="${executed.verdict.replaceAll(" ", "-")}"`
    : "";
  const label = escapeHtml(name ?? `equation ${source.id ?? ""}`);
  // Numbers of the build; an island hides them when it shows the reader's own.
  const still = executed.openedHtml ? `<div class="still">${executed.openedHtml}</div>` : "";
  return [
    `<figure class="equation${name === undefined ? "" : " is-named"}" id="${id}" data-equation="${id}"${verdict}>`,
    why !== undefined && isReason(why)
      ? `<p class="reason"><abbr title="${REASONS[why]}">${why}</abbr><span class="reason-words">${REASONS[why]}</span></p>`
      : "",
    name === undefined ? "" : `<p class="name">${escapeHtml(name)}</p>`,
    executed.verdictText === undefined
      ? ""
      : `<p class="verdict">${escapeHtml(executed.verdictText)}</p>`,
    `<div class="equation-math" role="group" aria-label="${label}" tabindex="0">${set}</div>`,
    conditionsMarkup(executed.conditions ?? []),
    hereMarkup(executed),
    `<details class="opened"><summary>Open<span class="visually-hidden"> ${label}</span></summary>`,
    `<div class="opened-body">${still}${sourceMarkup(source, executed)}</div></details>`,
    `</figure>`,
  ].join("");
}

/** How the equation stands on the pocket net; its texts are patched when the reader changes the network. */
function hereMarkup({ here }: ExecutedEquation): string {
  if (!here) return "";
  const part = (name: string, text: string) =>
    `<span class="here-${name}">${escapeHtml(text)}</span>`;
  // A sentence of its own says which network it means.
  const summary = here.numbers === "" ? here.summary : `pocket net: ${here.summary}`;
  const parts = [part("summary", summary), part("at", here.at)];
  return `<p class="here">${parts.join(" ")} ${part("numbers", here.numbers)}</p>`;
}

function conditionsMarkup(conditions: readonly string[]): string {
  if (conditions.length === 0) return "";
  const set = conditions.map((tex) => typeset(tex, tex, false).html).join(", ");
  return `<p class="conditions">for ${set}</p>`;
}

function sourceMarkup(source: EquationSource, { verdict }: ExecutedEquation): string {
  const id = escapeHtml(source.id ?? "");
  const meaning = verdict
    ? `<p><a href="/how-this-book-is-checked/">What the verdict means</a></p>`
    : "";
  return (
    `<div class="equation-source"><p>Written as</p><pre><code>${escapeHtml(source.tex)}</code></pre>` +
    `<p>Link to this equation: <a href="#${id}">#${id}</a></p>${meaning}</div>`
  );
}

/** A formula in a sentence. `key` names it within its page. */
export function inlineMarkup(key: string, set: string): string {
  return `<span class="formula" data-equation="${escapeHtml(key)}">${set}</span>`;
}

/** A number in a sentence, computed by the build; an island may bind its text to the reader's network. */
export function valueMarkup(key: string, source: EquationSource, text: string): string {
  const options = Object.entries(source.meta)
    .map(([name, value]) => ` data-${name}="${escapeHtml(value)}"`)
    .join("");
  return (
    `<data class="value" value="${escapeHtml(text)}" data-equation="${escapeHtml(key)}"` +
    ` data-tex="${escapeHtml(source.tex)}"${options}>${escapeHtml(text.replace(/^-/, "\u2212"))}</data>`
  );
}
