import type { PracticeRequest } from "./http.ts";

const LOOPBACK_ADDRESS = /^(127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/i;
const LOOPBACK_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i;

/**
 * Why a request may not reach the practice room; undefined when it may. It has to come from this machine, under
 * one of this machine's own names (a name elsewhere that points here is a rebinding attack), and not from a page
 * of another site: nothing in the room asks who you are.
 */
export function refusedBecause(request: PracticeRequest): string | undefined {
  if (request.remoteAddress === undefined || !LOOPBACK_ADDRESS.test(request.remoteAddress)) {
    return "The practice room answers this machine only.";
  }
  const host = one(request.headers["host"]);
  if (host === undefined || !LOOPBACK_HOST.test(host)) {
    return "The practice room answers to 127.0.0.1 and localhost only.";
  }
  const origin = one(request.headers["origin"]);
  if (origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`) {
    return "Another site may not use the practice room.";
  }
  const site = one(request.headers["sec-fetch-site"]);
  // A link or typed address on another site may open the page itself; that changes nothing and shows it nothing.
  const opensPage = request.method === "GET" && one(request.headers["sec-fetch-mode"]) === "navigate";
  if (site !== undefined && site !== "same-origin" && site !== "none" && !opensPage) {
    return "Another site may not use the practice room.";
  }
  return undefined;
}

function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
