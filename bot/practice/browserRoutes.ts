import { z } from "zod";
import type { PracticeConnector } from "./connector.ts";
import { eventStream } from "./eventStream.ts";
import { Fault } from "./faults.ts";
import { json, type PracticeResponse, type PracticeRoute } from "./http.ts";

const LONGEST_TEXT = 20_000;

const Place = z.object({ person: z.string(), chat: z.string() });
const Say = Place.extend({ text: z.string().trim().min(1).max(LONGEST_TEXT), thread: z.string().optional() });
const Action = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("Action.Execute"),
    id: z.string().exactOptional(),
    title: z.string().exactOptional(),
    verb: z.string().exactOptional(),
    data: z.unknown().optional(),
  }),
  z.object({
    type: z.literal("Action.Submit"),
    title: z.string().exactOptional(),
    data: z.unknown().optional(),
  }),
]);
const Press = Place.extend({ message: z.string(), action: Action });
const Search = Place.extend({ message: z.string(), text: z.string().max(500), dataset: z.string() });
const SetFault = z.object({ chat: z.string(), fault: Fault.nullable() });
const Redeliver = z.object({ chat: z.string(), activity: z.string(), newId: z.boolean().default(false) });
const Time = z.object({ to: z.iso.datetime() });

/** What the page asks of its back end. Every POST takes and gives JSON. */
export function browserRoutes(connector: PracticeConnector): readonly PracticeRoute[] {
  const { room } = connector;
  return [
    {
      method: "GET",
      path: "/practice/state",
      handle: () => Promise.resolve(json(200, room.state(connector.botName))),
    },
    { method: "GET", path: "/practice/events", handle: () => Promise.resolve(eventStream(connector)) },
    post("/practice/say", Say, ({ person, chat, text, thread }) => {
      const said = connector.say(person, chat, text, thread);
      if (said.kind === "notThere") return json(404, said);
      // Not awaited: the message stands at once; a failed delivery is told on the message itself.
      void said.delivered;
      return json(202, { kind: said.kind, message: said.message.id });
    }),
    post("/practice/press", Press, async ({ person, chat, message, action }) =>
      answer(await connector.press(person, chat, message, action)),
    ),
    post("/practice/open", Place, async ({ person, chat }) => answer(await connector.open(person, chat))),
    post("/practice/search", Search, async ({ person, chat, message, text, dataset }) =>
      answer(await connector.search(person, chat, message, { text, dataset })),
    ),
    post("/practice/faults", SetFault, ({ chat, fault }) => {
      if (room.chat(chat) === undefined) return json(404, { kind: "notThere", what: "chat" });
      connector.faults.set(chat, fault ?? undefined);
      return json(200, { kind: "set" });
    }),
    post("/practice/time", Time, async ({ to }) => json((await connector.moveTo(to)) ? 200 : 409, {})),
    post("/practice/redeliver", Redeliver, async ({ chat, activity, newId }) =>
      answer(await connector.redeliver(chat, activity, newId)),
    ),
  ];
}

function post<Body>(
  path: string,
  shape: z.ZodType<Body>,
  act: (body: Body) => PracticeResponse | Promise<PracticeResponse>,
): PracticeRoute {
  return {
    method: "POST",
    path,
    async handle({ body }) {
      const read = shape.safeParse(body);
      if (!read.success)
        return json(400, { kind: "badRequest", problems: read.error.issues.map((issue) => issue.message) });
      return act(read.data);
    },
  };
}

function answer(result: object): PracticeResponse {
  return json("kind" in result && result.kind === "notThere" ? 404 : 200, result);
}
