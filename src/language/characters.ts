/**
 * Characters that are set exactly like a LaTeX command, so that what is typeset stays what is read. A test
 * holds every one of them against KaTeX; a character that is set otherwise, or not at all, is refused.
 */
const PAIRS =
  "α\\alpha β\\beta γ\\gamma δ\\delta ε\\varepsilon ϵ\\epsilon ζ\\zeta η\\eta θ\\theta ϑ\\vartheta " +
  "ι\\iota κ\\kappa λ\\lambda μ\\mu ν\\nu ξ\\xi π\\pi ρ\\rho σ\\sigma τ\\tau υ\\upsilon φ\\varphi ϕ\\phi " +
  "χ\\chi ψ\\psi ω\\omega Γ\\Gamma Δ\\Delta Θ\\Theta Λ\\Lambda Ξ\\Xi Π\\Pi Σ\\Sigma Φ\\Phi Ψ\\Psi Ω\\Omega " +
  "∂\\partial ∇\\nabla ⊙\\odot ∑\\sum ∏\\prod ⋅\\cdot ×\\times −- ≤\\le ≥\\ge ≈\\approx ≠\\ne ∈\\in " +
  "←\\leftarrow ≔\\coloneqq ≡\\equiv ∘\\circ ⊗\\otimes ∗\\ast ⟨\\langle ⟩\\rangle …\\dots ⋯\\cdots ℓ\\ell";

/** `θ` ↦ `\theta`. */
export const CHARACTERS: ReadonlyMap<string, string> = new Map(
  PAIRS.split(" ").map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);

const ABOVE = "⁺⁻⁼⁽⁾⁰¹²³⁴⁵⁶⁷⁸⁹ᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁᵂᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ";
const ABOVE_MEANS = "+-=()0123456789ABDEGHIJKLMNOPRTUWabcdefghijklmnoprstuvwxyz";
const BELOW = "₊₋₌₍₎₀₁₂₃₄₅₆₇₈₉ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ";
const BELOW_MEANS = "+-=()0123456789aehijklmnoprstuvx";

const small = (signs: string, means: string): [string, string][] =>
  [...signs].map((sign, at) => [sign, means.charAt(at)]);
const SMALL = new Map([...small(ABOVE, ABOVE_MEANS), ...small(BELOW, BELOW_MEANS)]);

/** A run of small characters, `⁽ᵏ⁺¹⁾` or `ᵢⱼ`, as the inside of an expression. */
export const SMALL_RUN = `[${ABOVE}]+|[${BELOW}]+`;

/** The mark of the script and what stands in it, one character for one: `⁽ᵏ⁾` is `^` and `(k)`. */
export function readSmall(run: string): { mark: "^" | "_"; inside: string } | undefined {
  if (!SMALL.has(run.charAt(0))) return undefined;
  const inside = Array.from(run, (one) => SMALL.get(one) ?? one).join("");
  return { mark: ABOVE.includes(run.charAt(0)) ? "^" : "_", inside };
}
