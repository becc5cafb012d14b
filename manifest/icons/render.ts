import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { browser, closeBrowser } from "../../test/browser/chromium.ts";

/** Draws the two PNG files that the app package needs from the SVG files beside them: `node manifest/icons/render.ts`. */
const page = await (await browser()).newPage();
for (const [name, size] of [
  ["color", 192],
  ["outline", 32],
] as const) {
  const svg = await readFile(join(import.meta.dirname, `${name}.svg`), "utf8");
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  const png = await page.screenshot({ omitBackground: true });
  await writeFile(join(import.meta.dirname, `${name}.png`), png);
}
await closeBrowser();
