import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium, type Browser } from "playwright-core";

const PROGRAMS = [
  ...["google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "microsoft-edge"],
  ...["msedge", "chrome"],
];

/** Where the installers of macOS and Windows put a browser, off the search path. */
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ...[process.env["PROGRAMFILES"], process.env["PROGRAMFILES(X86)"], process.env["LOCALAPPDATA"]]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      join(folder, "Google/Chrome/Application/chrome.exe"),
      join(folder, "Microsoft/Edge/Application/msedge.exe"),
    ]),
];

/** A Chrome, Chromium or Edge of this machine, or the one that Playwright keeps; undefined if there is none. */
export function findBrowser(): string | undefined {
  const chosen = process.env["CHROME_PATH"];
  if (chosen !== undefined && existsSync(chosen)) return chosen;
  const ending = process.platform === "win32" ? ".exe" : "";
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const onPath = PROGRAMS.flatMap((name) => folders.map((folder) => join(folder, name + ending)));
  return [...onPath, ...PLACES, chromium.executablePath()].find((path) => existsSync(path));
}

/** Finds a browser or gets one, saying so in a line. Throws with the command to run when there is no way. */
export function needBrowser(): string {
  const found = findBrowser();
  if (found !== undefined) return found;
  process.stderr.write(
    "No browser found: getting one with `npx playwright-core install chromium`.\n",
  );
  run("npx --no-install playwright-core install chromium");
  const downloaded = findBrowser();
  if (downloaded !== undefined) return downloaded;
  const isRoot = process.getuid?.() === 0;
  const packages = "apt-get update && apt-get install -y chromium";
  if (isRoot && existsSync("/etc/debian_version")) {
    process.stderr.write(`That did not work: trying \`${packages}\`.\n`);
    run(packages);
  }
  const installed = findBrowser();
  if (installed !== undefined) return installed;
  throw new Error(
    "The browser tests need Chrome, Chromium or Edge, and none could be had. Install one, for example with " +
      `\`npx playwright-core install chromium\` or \`sudo ${packages}\`, or set CHROME_PATH to it.`,
  );
}

function run(command: string): void {
  spawnSync(command, { shell: true, stdio: ["ignore", "ignore", "inherit"] });
}

export async function launch(): Promise<Browser> {
  return await chromium.launch({
    executablePath: needBrowser(),
    args: [
      // Chromium refuses its sandbox to root.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-background-networking",
      "--disable-component-update",
      "--no-first-run",
    ],
  });
}
