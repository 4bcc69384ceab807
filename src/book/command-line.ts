import { readFileSync } from "node:fs";
import { isatty } from "node:tty";
import { check } from "./commands/check.ts";
import { readOptions, UsageError } from "./commands/options.ts";
import { value } from "./commands/value.ts";

const USAGE = `equation check '<latex>' …        judge equations; without one, one a line from standard input
equation value '<latex>' …        evaluate expressions
  --model NAME or PATH.yaml       the symbols that are known (feedforward)
  --sizes 3,5,4,2                 neurons in each layer
  --g tanh                        the activation function
  --given FILE.json               numbers, by symbol; what is left out is drawn from the seed
  --seed TEXT                     where drawn numbers come from
  --typed                         check reads ASCII, Unicode and clumsy LaTeX as well, and says how
  --json                          one JSON object a line`;

/** Results go to standard output, everything else to standard error. */
function main([command, ...args]: readonly string[]): number {
  try {
    const options = readOptions(args);
    if (command === "check") return check(options, options.words.length > 0 ? [] : inputLines());
    if (command === "value") return value(options);
    throw new UsageError(command ? `There is no command ${command}.` : "Say what to do.");
  } catch (error) {
    if (!(error instanceof UsageError)) {
      // A fault of ours, not of the equation: it must not look like a verdict.
      process.stderr.write(`${(error as Error).stack ?? String(error)}\n`);
      return 70;
    }
    process.stderr.write(`${error.message}\n\n${USAGE}\n`);
    return 64;
  }
}

const inputLines = (): string[] => (isatty(0) ? [] : readFileSync(0, "utf8").split(/\r?\n/));

// Whoever reads us may stop reading, as `head` does.
process.stdout.on("error", () => process.exit());

process.exitCode = main(process.argv.slice(2));
