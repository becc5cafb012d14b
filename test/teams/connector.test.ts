import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeConnector, type Connector } from "../../bot/teams/connector.ts";
import { identityOf } from "../../bot/teams/registration.ts";

let server: Server;
let serviceUrl: string;
let connector: Connector;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let taken: number;
beforeEach(async () => {
  taken = 0;
  server = createServer((request, response) => {
    request.resume().on("end", () => {
      taken += 1;
      answer(request, response);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  connector = makeConnector(identityOf(undefined), true);
});
afterEach(async () => {
  await connector.close();
  server.closeAllConnections();
  server.close();
});

const post = () =>
  connector.call({ method: "POST", serviceUrl, path: ["v3", "conversations", "a", "activities"], body: {} });
const says = (status: number, headers = {}) => {
  answer = (_request, response) => response.writeHead(status, headers).end("{}");
};

describe("what a connector answers is told apart by what may have come of it", () => {
  it.each([
    [201, {}, { kind: "done" }],
    [429, { "retry-after": "7" }, { kind: "refused", retryAfterMs: 7_000 }],
    [429, {}, { kind: "refused", retryAfterMs: undefined }],
    [412, {}, { kind: "refused" }],
    [503, {}, { kind: "refused" }],
    [500, {}, { kind: "unknown" }],
    [502, {}, { kind: "unknown" }],
    [504, {}, { kind: "unknown" }],
    [403, {}, { kind: "rejected", status: 403 }],
    [404, {}, { kind: "rejected", status: 404 }],
    [413, {}, { kind: "rejected", status: 413 }],
  ])("%i %j", async (status, headers, called) => {
    says(status, headers);
    expect(await post()).toMatchObject(called);
    expect(taken).toBe(1); // nothing is repeated silently
  });

  it("429 with a date waits until then", async () => {
    says(429, { "retry-after": new Date(Date.now() + 60_000).toUTCString() });
    const called = await post();
    expect(called).toMatchObject({ kind: "refused" });
    const wait = called.kind === "refused" ? (called.retryAfterMs ?? 0) : 0;
    expect(wait).toBeGreaterThan(50_000);
    expect(wait).toBeLessThanOrEqual(60_000);
  });

  it("a line that breaks after it took the message: unknown", async () => {
    answer = (request) => request.socket.destroy();
    expect(await post()).toMatchObject({ kind: "unknown" });
  });

  it("an answer that breaks off half-way: unknown", async () => {
    answer = (request, response) => {
      response.writeHead(201, { "content-length": "100" });
      response.write('{"id":', () => request.socket.destroy());
    };
    expect(await post()).toMatchObject({ kind: "unknown" });
  });

  it("nobody there: refused, because nothing was sent", async () => {
    server.close();
    await once(server, "close");
    expect(await post()).toMatchObject({ kind: "refused" });
  });

  it("an address that is not trusted is never called", async () => {
    says(201);
    const call = { method: "POST", serviceUrl: "https://evil.example/", path: ["v3"], body: {} } as const;
    expect(await connector.call(call)).toMatchObject({ kind: "rejected" });
    expect(taken).toBe(0);
  });

  it("a turn that is long in coming is told as refused, and nothing is sent", async () => {
    says(201);
    const slow = makeConnector(identityOf(undefined), true, () => Promise.resolve(90_000));
    const call = { method: "POST", serviceUrl, path: ["v3", "conversations", "a"], body: {} } as const;
    expect(await slow.call(call)).toMatchObject({ kind: "refused", retryAfterMs: 90_000 });
    expect(taken).toBe(0);
    await slow.close();
  });
});
