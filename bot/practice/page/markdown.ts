import { el } from "./element.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
};

/**
 * What one inline mark is, tried in this order: an escaped sign, an entity, a mention, a link, bold, italic.
 * This is all the Markdown that Teams knows besides lists.
 */
const INLINE =
  /\\([!-/:-@[-`{-~])|&(#\d{1,6}|#x[\da-f]{1,5}|[a-z]{2,6});|<at>(.*?)<\/at>|\[((?:[^\][\\]|\\.)+)\]\(([^()\s]+)\)|\*\*(?=\S)(.+?\S?)\*\*|__(?=\S)(.+?\S?)__|\*(?=\S)(.+?\S?)\*|(?<![\p{L}\p{N}])_(?=\S)(.+?\S?)_(?![\p{L}\p{N}])/giu;

/** Markdown as DOM. Built from nodes only: nothing in the text can become markup. */
export function markdown(text: string): DocumentFragment {
  const result = document.createDocumentFragment();
  for (const block of text.replace(/\r\n?/g, "\n").split(/\n{2,}/)) {
    if (block.trim() !== "") result.append(...blockNodes(block.split("\n")));
  }
  return result;
}

/** The same as HTML text, for the card renderer, which only takes text. */
export function markdownHtml(text: string): string {
  const holder = document.createElement("div");
  holder.append(markdown(text));
  return holder.innerHTML;
}

function blockNodes(lines: readonly string[]): Node[] {
  const nodes: HTMLElement[] = [];
  for (const line of lines) {
    const bullet = /^\s*[-*+] +(.*)$/.exec(line)?.[1];
    const numbered = /^\s*(\d{1,9})[.)] +(.*)$/.exec(line);
    const last = nodes.at(-1);
    if (bullet !== undefined) {
      const list = last?.tagName === "UL" ? last : push(nodes, el("ul"));
      list.append(el("li", {}, inline(bullet)));
    } else if (numbered !== null) {
      const list = last?.tagName === "OL" ? last : push(nodes, el("ol", { start: numbered[1] }));
      list.append(el("li", {}, inline(numbered[2] ?? "")));
    } else if (last?.tagName === "P") last.append(el("br"), inline(line));
    else push(nodes, el("p", {}, inline(line)));
  }
  return nodes;
}

function inline(text: string): DocumentFragment {
  const result = document.createDocumentFragment();
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    result.append(text.slice(from, match.index), inlineNode(match));
    from = match.index + match[0].length;
  }
  result.append(text.slice(from));
  return result;
}

function inlineNode(match: RegExpExecArray): Node | string {
  const [whole, escaped, entity, mention, label, address, ...marked] = match;
  if (escaped !== undefined) return escaped;
  if (entity !== undefined) return entityText(entity) ?? whole;
  if (mention !== undefined) return el("span", { class: "mention" }, mention);
  if (label !== undefined && address !== undefined) return link(label, address);
  const [strong, strongToo, emphasis, emphasisToo] = marked;
  const bold = strong ?? strongToo;
  return bold !== undefined
    ? el("strong", {}, inline(bold))
    : el("em", {}, inline(emphasis ?? emphasisToo ?? ""));
}

function link(label: string, address: string): Node {
  if (!isSafeAddress(address)) return inline(label);
  return el("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, inline(label));
}

/** Only the web, mail and telephone: never a script. */
export function isSafeAddress(address: string): boolean {
  return /^(https?:\/\/|mailto:|tel:)/i.test(address);
}

function entityText(entity: string): string | undefined {
  if (!entity.startsWith("#")) return ENTITIES[entity.toLowerCase()];
  const code = /^#x/i.test(entity) ? parseInt(entity.slice(2), 16) : parseInt(entity.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

function push(nodes: HTMLElement[], element: HTMLElement): HTMLElement {
  nodes.push(element);
  return element;
}
