/** `npm run measure -- [name …]`: what the build measures of its own instrument; all of it if none is named. */
import { describeReport } from "./measurements/describe.ts";
import { isName, NAMES } from "./measurements/registry.ts";
import { runMeasurements } from "./measurements/run.ts";

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !isName(name));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no measurement ${unknown.join(", ")}. There are: ${NAMES.join(", ")}.\n`,
  );
  process.exitCode = 64;
} else {
  const reports = await runMeasurements(asked.length > 0 ? asked : NAMES, (report) =>
    process.stdout.write(`${describeReport(report)}\n`),
  );
  if (reports.some(({ faults }) => faults.length > 0)) process.exitCode = 1;
}
