import type { Page } from "playwright-core";

/** What runs inside the page knows of the browser; the rest of the project has no DOM types. */
interface PageElement {
  readonly tagName: string;
  readonly className: string;
  readonly textContent: string | null;
  readonly parentElement: PageElement | null;
  readonly childNodes: Iterable<{ readonly nodeType: number; readonly textContent: string | null }>;
  checkVisibility(): boolean;
  closest(selector: string): PageElement | null;
  getAttribute(name: string): string | null;
  getBoundingClientRect(): { readonly right: number; readonly width: number; readonly height: number };
}
interface InPage {
  readonly document: {
    readonly body: PageElement;
    readonly activeElement: PageElement | null;
    querySelectorAll(selector: string): Iterable<PageElement>;
  };
  readonly innerWidth: number;
  readonly getComputedStyle: (element: PageElement) => {
    readonly color: string;
    readonly backgroundColor: string;
  };
}

/** Visible elements that stick out on the right, but for the rows that are meant to scroll sideways. */
export function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { document, innerWidth } = globalThis as unknown as InPage;
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.checkVisibility() && element.closest(".chats, .switcher, select") === null)
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5)
      .map((element) => `${element.tagName}.${element.className}`);
  });
}

/** Visible buttons smaller than WCAG's 24 by 24 pixels. */
export function tooSmall(page: Page): Promise<(string | null)[]> {
  return page.evaluate(() => {
    const { document } = globalThis as unknown as InPage;
    return [...document.querySelectorAll("button")]
      .filter((button) => button.checkVisibility())
      .filter(
        (button) =>
          Math.min(button.getBoundingClientRect().width, button.getBoundingClientRect().height) < 24,
      )
      .map((button) => button.getAttribute("aria-label") ?? button.textContent);
  });
}

/** Visible text with less than WCAG's contrast of 4.5 to 1 against the ground it stands on. */
export function poorContrast(page: Page): Promise<{ text: string | null; ratio: number }[]> {
  return page.evaluate(() => {
    const { document, getComputedStyle } = globalThis as unknown as InPage;
    const channels = (color: string): number[] => (color.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = ([red = 0, green = 0, blue = 0]: number[]): number => {
      const linear = [red, green, blue].map((value) => value / 255);
      const [r = 0, g = 0, b = 0] = linear.map((one) =>
        one <= 0.03928 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const groundOf = (element: PageElement | null): number[] => {
      if (element === null) return [255, 255, 255];
      const color = channels(getComputedStyle(element).backgroundColor);
      return (color[3] ?? 1) === 0 ? groundOf(element.parentElement) : color;
    };
    const contrast = (element: PageElement): number => {
      const both = [luminance(channels(getComputedStyle(element).color)), luminance(groundOf(element))];
      return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
    };
    const hasText = (element: PageElement): boolean =>
      [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim() !== "");
    return (
      [...document.querySelectorAll("body *")]
        .filter((element) => element.checkVisibility() && hasText(element))
        // The native list lies unseen under its button.
        .filter((element) => element.closest("select") === null)
        .map((element) => ({ text: element.textContent, ratio: contrast(element) }))
        .filter(({ ratio }) => ratio < 4.5)
    );
  });
}

/** The colour of the page's ground. */
export function ground(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { document, getComputedStyle } = globalThis as unknown as InPage;
    return getComputedStyle(document.body).backgroundColor;
  });
}

/** Accessible name given to what has the focus. */
export function focused(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() =>
    (globalThis as unknown as InPage).document.activeElement?.getAttribute("aria-label"),
  );
}
