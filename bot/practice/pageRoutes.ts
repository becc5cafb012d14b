import { readFile } from "node:fs/promises";
import { createRequire, stripTypeScriptTypes } from "node:module";
import { extname, join } from "node:path";
import { json, matchPath, type PracticeResponse, type PracticeRoute } from "./http.ts";

const PAGE = join(import.meta.dirname, "page");
const ASSET = /^[a-z][A-Za-z]*\.(ts|css|svg)$/;
const CARD_LIBRARY = "adaptivecards/dist/adaptivecards.min.js";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".ts": "text/javascript; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** Nothing from elsewhere and no inline code; text becomes HTML only through the card library's own policies. */
const SECURITY_HEADERS = {
  "content-security-policy": [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${[
      "markdownPassthroughPolicy",
      "restoreContentsPolicy",
      "deprecatedExportedFunctionPolicy",
    ]
      .map((policy) => `adaptivecards#${policy}`)
      .join(" ")}`,
  ].join("; "),
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-cache",
};

/** The page itself: HTML, styles, modules (types stripped on the way out, so there is no build step), card renderer. */
export function pageRoutes(): readonly PracticeRoute[] {
  const library = createRequire(import.meta.url).resolve(CARD_LIBRARY);
  return [
    {
      method: "GET",
      path: "/practice",
      handle: async () => asset("index.html", await readFile(join(PAGE, "index.html"), "utf8")),
    },
    {
      method: "GET",
      path: "/practice/library/adaptivecards.js",
      handle: async () => asset("adaptivecards.js", await readFile(library, "utf8")),
    },
    {
      method: "GET",
      path: "/practice/page/:file",
      async handle({ url }) {
        const file = matchPath("/practice/page/:file", url)?.["file"] ?? "";
        // The pattern leaves no room for a path: nothing outside the page's folder can be named.
        if (!ASSET.test(file)) return json(404, { kind: "notThere" });
        try {
          return asset(file, await source(file));
        } catch (error) {
          const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
          if (missing) return json(404, { kind: "notThere" });
          throw error;
        }
      },
    },
  ];
}

async function source(file: string): Promise<string> {
  const text = await readFile(join(PAGE, file), "utf8");
  return extname(file) === ".ts" ? stripTypeScriptTypes(text) : text;
}

function asset(name: string, body: string): PracticeResponse {
  const headers = {
    ...SECURITY_HEADERS,
    "content-type": TYPES[extname(name)] ?? "text/plain; charset=utf-8",
  };
  return { kind: "full", status: 200, headers, body };
}
