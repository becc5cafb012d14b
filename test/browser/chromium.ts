import { existsSync } from "node:fs";
import sparticuz from "@sparticuz/chromium";
import { chromium, type Browser } from "playwright-core";

const INSTALLED = [
  "/usr/bin/google-chrome",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/**
 * Unpacks the browser that comes with the project. Vitest calls it once before any test: two test files that unpack
 * at the same moment would start a program that is still being written.
 */
export async function setup(): Promise<void> {
  if (isPackaged()) await sparticuz.executablePath();
}

function isPackaged(): boolean {
  return process.env["CHROME_PATH"] === undefined && process.platform === "linux" && process.arch === "x64";
}

let launched: Promise<Browser> | undefined;

/**
 * A real Chromium, started once per test file: the one that comes with the project on Linux x64, an installed one
 * elsewhere (or the one CHROME_PATH names). Throws a sentence that says what to do when there is none: a browser
 * test never passes by not running.
 */
export function browser(): Promise<Browser> {
  launched ??= launch();
  return launched;
}

export async function closeBrowser(): Promise<void> {
  const open = launched;
  launched = undefined;
  if (open !== undefined) await (await open).close();
}

async function launch(): Promise<Browser> {
  const named = process.env["CHROME_PATH"];
  const packaged = isPackaged();
  if (packaged) sparticuz.setGraphicsMode = false;
  const executablePath = packaged
    ? await sparticuz.executablePath()
    : (named ?? INSTALLED.find((path) => existsSync(path)));
  if (executablePath === undefined) {
    throw new Error(
      "No Chrome or Chromium found for the browser tests. Install one, or set CHROME_PATH to its program file.",
    );
  }
  try {
    // No sandbox: it needs rights that containers lack, and these tests only open our own page. The package's own
    // arguments stay out: they switch off the same-origin rules that some of these tests are about.
    return await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  } catch (error) {
    throw new Error(`The browser at ${executablePath} does not start. Set CHROME_PATH to one that does.`, {
      cause: error,
    });
  }
}
