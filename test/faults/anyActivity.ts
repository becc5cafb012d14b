import fc from "fast-check";
import { INPUTS, VERBS } from "../../bot/domain/verb.ts";

/** What somebody who wants to do harm may know: places, real tokens, and the ids of people who may do nothing. */
export interface Known {
  readonly serviceUrl: string;
  readonly botId: string;
  readonly tenantId: string;
  /** Accounts without any authority over what the tokens stand for. */
  readonly people: readonly object[];
  readonly conversations: readonly string[];
  readonly tokens: readonly string[];
}

const NAMES = [
  "adaptiveCard/action",
  "application/search",
  "composeExtension/query",
  "task/fetch",
  "signin/tokenExchange",
  "fileConsent/invoke",
];
const TYPES = ["message", "messageUpdate", "messageDelete", "messageReaction", "typing", "event", "trace"];
const SENTENCES = [
  "wie gaat over hondenlosloopgebied in Veen",
  "dit is het kanaal van Verkeer",
  "koppel dit kanaal aan Sport, Welzijn en Accommodaties",
  "hank heeft gebeld over riolering",
  "help",
  "",
];

/**
 * Anything that can be posted as an activity: junk, and activities of real people in real places with real tokens,
 * put together in ways that no client would. Place events are left out where they would be true: only Teams sends those.
 */
export function anyActivity(known: Known): fc.Arbitrary<unknown> {
  const real = {
    id: fc.uuid(),
    from: fc.constantFrom(...known.people),
    conversation: place(fc.constantFrom(...known.conversations), known.tenantId),
    recipient: fc.constant({ id: known.botId }),
    serviceUrl: fc.constant(known.serviceUrl),
  };
  const junk = {
    id: mostly(fc.uuid(), fc.string()),
    from: mostly(real.from),
    conversation: mostly(real.conversation, place(fc.string(), known.tenantId)),
    recipient: mostly(real.recipient),
    serviceUrl: mostly(
      real.serviceUrl,
      fc.constantFrom("http://192.0.2.1/", "https://boos.example/", "geen adres"),
    ),
    channelData: mostly(fc.record({ eventType: fc.constantFrom("undeleteMessage", "channelRenamed", "x") })),
    entities: mostly(fc.constant([])),
    deliveryMode: fc.constantFrom(undefined, "normal", "expectReplies"),
    replyToId: fc.oneof(fc.string(), fc.constant(undefined)),
    text: fc.oneof(fc.constantFrom(...SENTENCES), fc.string({ unit: "grapheme", maxLength: 200 })),
    value: mostly(fc.oneof(pressed(known), submitted(known), query(known))),
  };
  const invoke = fc.constant("invoke");
  return fc.oneof(
    // What a client can be made to send: everything is real but what the card carries.
    {
      weight: 8,
      arbitrary: fc.record({ ...real, type: invoke, name: fc.constant(NAMES[0]), value: pressed(known) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ ...real, type: invoke, name: fc.constant(NAMES[1]), value: query(known) }),
    },
    { weight: 2, arbitrary: fc.record({ ...real, type: fc.constant("message"), value: submitted(known) }) },
    { weight: 2, arbitrary: fc.record({ ...real, type: fc.constant("message"), text: junk.text }) },
    { weight: 1, arbitrary: edit(real) },
    // What no client sends.
    { weight: 4, arbitrary: fc.record({ ...junk, type: invoke, name: mostly(fc.constantFrom(...NAMES)) }) },
    {
      weight: 4,
      arbitrary: fc.record({ ...junk, type: mostly(fc.constantFrom(...TYPES)) }, { requiredKeys: [] }),
    },
    { weight: 1, arbitrary: placeEvent(known, junk.from) },
    { weight: 1, arbitrary: fc.anything() },
  );
}

/** One of these, and now and then anything at all. */
function mostly(...usual: readonly fc.Arbitrary<unknown>[]): fc.Arbitrary<unknown> {
  return fc.oneof(...usual.map((arbitrary) => ({ weight: 8, arbitrary })), {
    weight: 1,
    arbitrary: fc.anything(),
  });
}

function pressed(known: Known): fc.Arbitrary<object> {
  return fc.record({
    action: fc.record({ verb: anyVerb, data: cardData(known) }, { requiredKeys: ["verb"] }),
    trigger: fc.constantFrom("manual", "automatic"),
  });
}

function submitted(known: Known): fc.Arbitrary<object> {
  return fc.tuple(anyVerb, cardData(known)).map(([verb, data]) => ({ verb, ...data }));
}

/** A message that was asked before, by somebody, now says something else. */
function edit(real: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<object> {
  return fc.record({
    ...real,
    type: fc.constant("messageUpdate"),
    id: fc.integer({ min: 1_776_150_720_000, max: 1_776_150_720_050 }).map(String),
    text: fc.constantFrom(...SENTENCES),
    channelData: fc.constant({ eventType: "editMessage" }),
  });
}

const anyVerb = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom<unknown>(...VERBS, "refresh") },
  fc.constantFrom("__proto__", "constructor", "grantEverything"),
  fc.anything(),
);

function cardData({ tokens }: Known): fc.Arbitrary<Record<string, unknown>> {
  const token = fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...tokens) },
    fc.base64String({ minLength: 16, maxLength: 64 }).map((text) => text.replaceAll(/[+/=]/g, "_")),
    // A real one with one character changed.
    fc
      .tuple(fc.constantFrom(...tokens), fc.nat(21), fc.constantFrom("A", "z", "_", " ", "é"))
      .map(([real, at, sign]) => real.slice(0, at) + sign + real.slice(at + 1)),
    fc.anything(),
  );
  const input = mostly(
    fc.constantFrom("swa", "bor", "verkeer", "all", "kern", "veen", "*", "riolering", "nee"),
    fc.string(),
  );
  const inputs = Object.fromEntries(INPUTS.map((name) => [name, input]));
  return fc.record({ token, ...inputs, more: fc.anything() }, { requiredKeys: ["token"] });
}

function query({ tokens }: Known): fc.Arbitrary<object> {
  const names = fc.constantFrom("topics", "kernen", "vakteams", "officials", "users");
  const dataset = mostly(
    fc.tuple(names, fc.constantFrom(...tokens)).map((parts) => parts.join("/")),
    names,
    fc.string(),
  );
  const number = mostly(fc.integer());
  return fc.record({
    dataset,
    queryText: mostly(fc.string({ unit: "grapheme" })),
    queryOptions: mostly(fc.record({ skip: number, top: number })),
  });
}

function place(id: fc.Arbitrary<string>, tenantId: string): fc.Arbitrary<object> {
  return fc.record(
    {
      id: fc.oneof(
        id,
        fc.tuple(id, fc.nat()).map(([channel, post]) => `${channel};messageid=${post}`),
      ),
      conversationType: mostly(fc.constantFrom("personal", "groupChat", "channel")),
      tenantId: fc.oneof(fc.constant(tenantId), fc.string()),
    },
    { requiredKeys: ["id"] },
  );
}

/** The bot comes and goes, in places that nobody here knows. */
function placeEvent(
  { botId, serviceUrl, tenantId }: Known,
  from: fc.Arbitrary<unknown>,
): fc.Arbitrary<object> {
  const id = fc
    .string({ unit: fc.constantFrom(..."abc:;@ é"), maxLength: 12 })
    .map((text) => `elders${text}`);
  const bot = fc.constant([{ id: botId }]);
  return fc.record(
    {
      type: fc.constantFrom("installationUpdate", "conversationUpdate"),
      action: fc.constantFrom("add", "add-upgrade", "remove", "remove-upgrade", "x"),
      membersAdded: bot,
      membersRemoved: bot,
      channelData: fc.record({
        eventType: fc.constantFrom("channelDeleted", "teamDeleted", "teamHardDeleted", "channelCreated"),
        team: fc.record({ id }),
        channel: fc.record({ id }),
      }),
      id: fc.uuid(),
      from,
      conversation: place(id, tenantId),
      recipient: fc.constant({ id: botId }),
      serviceUrl: fc.constant(serviceUrl),
    },
    { requiredKeys: ["type", "conversation", "serviceUrl", "recipient"] },
  );
}
