import type { IncomingMessage, RequestListener } from "node:http";

/** An activity as it came in over HTTP. */
export interface Received {
  readonly type: string;
  readonly id: string;
  readonly name?: string;
  readonly text?: string;
  readonly value?: unknown;
  readonly replyToId?: string;
  readonly serviceUrl: string;
  readonly from: { readonly id: string; readonly name: string; readonly aadObjectId: string };
  readonly conversation: {
    readonly id: string;
    readonly conversationType: string;
    readonly tenantId: string;
  };
  readonly [field: string]: unknown;
}

/** What the bot does with an activity: its HTTP answer's JSON, or an HTTP status, or nothing to say. */
export type Answer = (
  activity: Received,
  bot: StandInBot,
) =>
  | undefined
  | { readonly status?: number; readonly body?: unknown }
  | Promise<undefined | { readonly status?: number; readonly body?: unknown }>;

/** A bot that speaks the protocol and knows nothing: what it says is up to the test. */
export class StandInBot {
  endpoint = "";
  readonly received: Received[] = [];
  readonly #answer: Answer;

  constructor(answer: Answer) {
    this.#answer = answer;
  }

  readonly listener: RequestListener = (request, response) => {
    void (async () => {
      const activity = JSON.parse(await textOf(request)) as Received;
      this.received.push(activity);
      const answer = await this.#answer(activity, this);
      response.writeHead(answer?.status ?? 200, { "content-type": "application/json" });
      response.end(answer?.body === undefined ? "" : JSON.stringify(answer.body));
    })();
  };

  /** Calls the connector as a bot does. */
  async call(
    serviceUrl: string,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ readonly status: number; readonly headers: Headers; readonly body: unknown }> {
    const response = await fetch(`${serviceUrl}/v3/conversations${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  }

  /** Sends a message into the conversation of an activity; answers its id. */
  async reply(to: Received, message: object): Promise<string> {
    const sent = await this.call(
      to.serviceUrl,
      "POST",
      `/${encodeURIComponent(to.conversation.id)}/activities/${to.id}`,
      {
        type: "message",
        ...message,
      },
    );
    return (sent.body as { id: string }).id;
  }

  async update(to: Received, id: string, message: object): Promise<number> {
    const path = `/${encodeURIComponent(to.conversation.id)}/activities/${id}`;
    return (await this.call(to.serviceUrl, "PUT", path, { type: "message", ...message })).status;
  }
}

/** A message's attachments with one Adaptive Card. */
export function withCard(card: object): { readonly attachments: readonly object[] } {
  return { attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", content: card }] };
}

/** An invoke's answer with a card, or a text. */
export function invokeAnswer(value: object | string): { readonly body: object } {
  const type =
    typeof value === "string"
      ? "application/vnd.microsoft.activity.message"
      : "application/vnd.microsoft.card.adaptive";
  return { body: { statusCode: 200, type, value } };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
