import type { BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, afterEach, expect } from "vitest";
import { openRoom, type OpenRoom } from "../practice/openRoom.ts";
import type { Answer } from "../practice/standInBot.ts";
import { browser, closeBrowser } from "./chromium.ts";

/** How long the page may take to show what is expected, in milliseconds. */
const SHOWN_WITHIN_MS = 10_000;

/** The practice room's page open in Chromium. */
export interface OpenPage {
  readonly page: Page;
  /** What the browser complained about: script errors, refused content, failed requests. */
  readonly complaints: string[];
  /** The column of one person. */
  readonly column: (name: string) => Locator;
}

const opened: { readonly page: OpenPage; readonly close: () => Promise<void> }[] = [];

/** Opens the page for the people in `who` (the address's `wie`) with a bot that answers by `answer`. */
export async function openPage(
  who: string,
  answer?: Answer,
  options: BrowserContextOptions = {},
): Promise<OpenPage & { readonly room: OpenRoom }> {
  const room = await openRoom(answer);
  return { ...(await openPageAt(room.url, who, () => room.close(), options)), room };
}

/** Opens the page of a room that runs at `origin`; `close` ends that room after the test. */
export async function openPageAt(
  origin: string,
  who: string,
  close: () => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const context = await (await browser()).newContext({ viewport: { width: 1300, height: 800 }, ...options });
  context.setDefaultTimeout(SHOWN_WITHIN_MS);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  const column = (name: string): Locator => page.getByRole("region", { name, exact: true });
  const result = { page, complaints, column };
  opened.push({ page: result, close });
  await page.goto(`${origin}/practice${who === "" ? "" : `?wie=${who}`}`);
  await page.getByRole("main").waitFor();
  return result;
}

/** Call once in a test file: closes what each test opened, and fails a test whose page complained. */
export function closePagesAfterEach(): void {
  afterEach(async () => {
    const complaints = opened.flatMap(({ page }) => page.complaints);
    for (const { page, close } of opened.splice(0)) {
      await page.page.context().close();
      await close();
    }
    expect(complaints).toEqual([]);
  });
  afterAll(closeBrowser);
}

/** Types in a person's open chat and sends it with Enter. */
export async function says(column: Locator, text: string): Promise<void> {
  const box = column.getByRole("textbox", { name: /^Bericht / });
  await box.fill(text);
  await box.press("Enter");
}
