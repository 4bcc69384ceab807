/**
 * Something that the build measures of its own instrument: mutants refused, digits kept, time taken.
 * `measure` gives plain data, which the page "How this book is checked" shows; where `faults` is not
 * empty, the build stops.
 */
export interface Measurement<Figures> {
  readonly title: string;
  measure(): Figures | Promise<Figures>;
  /** What is not as it must be, in sentences. */
  faults(figures: Figures): string[];
  /** For the terminal, a line each. */
  lines(figures: Figures): string[];
}
