import { request as httpRequest } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refusedBecause } from "../../bot/practice/loopback.ts";
import { openRoom, type OpenRoom } from "./openRoom.ts";

const from = (
  headers: Record<string, string>,
  remoteAddress: string | undefined = "127.0.0.1",
  method = "POST",
) => refusedBecause({ method, url: "/practice/say", headers, body: undefined, remoteAddress });

describe("who may reach the practice room", () => {
  it.each([
    ["127.0.0.1:3978", "127.0.0.1"],
    ["localhost:3978", "::1"],
    ["[::1]:3978", "::ffff:127.0.0.1"],
  ])("this machine, as %s from %s", (host, address) => {
    expect(from({ host }, address)).toBeUndefined();
    expect(
      from({ host, origin: `http://${host}`, "sec-fetch-site": "same-origin" }, address),
    ).toBeUndefined();
  });

  it.each([undefined, "10.0.0.5", "::ffff:10.0.0.5", "192.168.1.2", "1127.0.0.1"])(
    "nobody at %s",
    (address) => {
      expect(
        refusedBecause({
          method: "GET",
          url: "/practice",
          headers: { host: "localhost" },
          body: undefined,
          remoteAddress: address,
        }),
      ).toMatch(/machine/);
    },
  );

  it.each([
    "oefenen.example",
    "127.0.0.1.example",
    "localhost.example:3978",
    "user@localhost",
    "0.0.0.0:3978",
    "",
  ])("nobody who calls it %j", (host) => {
    expect(from({ host })).toMatch(/127\.0\.0\.1/);
  });

  it.each(["https://example.org", "http://127.0.0.1:9999", "http://localhost:3978.example", "null"])(
    "no page of %s",
    (origin) => {
      expect(from({ host: "127.0.0.1:3978", origin })).toMatch(/site/);
    },
  );

  it("no other site without an Origin either, but for opening the page by a link", () => {
    const headers = { host: "localhost:3978", "sec-fetch-site": "cross-site" };
    expect(from(headers, "127.0.0.1", "GET")).toMatch(/site/);
    expect(from({ ...headers, "sec-fetch-mode": "navigate" }, "127.0.0.1", "POST")).toMatch(/site/);
    expect(from({ ...headers, "sec-fetch-mode": "navigate" }, "127.0.0.1", "GET")).toBeUndefined();
  });
});

describe("every route of the room", () => {
  let room: OpenRoom;
  beforeAll(async () => {
    room = await openRoom();
  });
  afterAll(() => room.close());

  /** `fetch` does not let a test choose its Host. */
  const statusFor = (
    method: string,
    path: string,
    headers: Record<string, string>,
  ): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      httpRequest(`${room.url}${path}`, { method, headers }, (response) => {
        response.destroy();
        resolve(response.statusCode);
      })
        .on("error", reject)
        .end();
    });

  it.each([
    ["GET", "/practice"],
    ["GET", "/practice/page/main.ts"],
    ["GET", "/practice/library/adaptivecards.js"],
    ["GET", "/practice/state"],
    ["GET", "/practice/events"],
    ["POST", "/practice/say"],
    ["POST", "/practice/press"],
    ["POST", "/practice/open"],
    ["POST", "/practice/search"],
    ["POST", "/practice/faults"],
    ["POST", "/practice/redeliver"],
    ["POST", "/practice/connector/v3/conversations"],
    ["POST", "/practice/connector/v3/conversations/x/activities"],
    ["POST", "/practice/connector/v3/conversations/x/activities/1"],
    ["PUT", "/practice/connector/v3/conversations/x/activities/1"],
    ["DELETE", "/practice/connector/v3/conversations/x/activities/1"],
    ["GET", "/practice/connector/v3/conversations/x/members"],
    ["GET", "/practice/connector/v3/conversations/x/pagedmembers"],
    ["GET", "/practice/connector/v3/conversations/x/members/y"],
  ])("%s %s is closed to another name and another site", async (method, path) => {
    expect(await statusFor(method, path, { host: "oefenen.example" })).toBe(403);
    expect(await statusFor(method, path, { origin: "https://example.org" })).toBe(403);
  });
});
