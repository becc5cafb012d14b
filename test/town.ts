import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import type { Instant } from "../bot/domain/calendar.ts";
import { makeLog, type Log } from "../bot/log.ts";
import { openStore } from "../bot/openStore.ts";
import { messageActivity } from "../bot/practice/activities.ts";
import type { PracticeConnector } from "../bot/practice/connector.ts";
import type { MessageView } from "../bot/practice/view.ts";
import { start, type Running } from "../bot/start.ts";
import { loadWords } from "../bot/words.ts";
import type { Action, Card, ChoiceInput } from "../cards/elements.ts";
import type { Store } from "../storage/store.ts";

/** The morning the practice scenarios happen: Tuesday 14 April 2026, 09:12 in the town hall. */
export const MORNING: Instant = "2026-04-14T07:12:00.000Z";

/** A whole municipality on a store of its own, talking over real HTTP. Close it. */
export interface Town {
  readonly running: Running;
  readonly connector: PracticeConnector;
  readonly store: Store;
  readonly origin: string;
  /** Somebody by first and last name; by default in the personal chat with the bot. */
  person(name: string, chat?: string): TownPerson;
  /** Posts an activity the way any Bot Framework client on this machine may, and waits for what it sets in motion. */
  post(activity: object): Promise<Posted>;
  /** Moves the clock to another moment, and lets everything come that is due by then. */
  now(at: Instant): Promise<void>;
  close(): Promise<void>;
}

/** How the bot answered over HTTP. */
export interface Posted {
  readonly status: number;
  readonly text: string;
}

/** What somebody does and sees. Doing waits until everything it set in motion has been delivered. */
export interface TownPerson {
  asks(text: string): Promise<void>;
  presses(title: string, input?: Readonly<Record<string, string>>): Promise<void>;
  /** The words of the latest message of the bot in this chat, as this person sees it. */
  sees(): string;
  /** The same of the latest card, whatever was said after it. */
  seesOnCard(): string;
  buttons(): readonly string[];
  card(): Card | undefined;
  /** What is filled in on the form of the latest card before anybody touches it. */
  fields(): Readonly<Record<string, string>>;
  /** The token in the buttons of the latest card. */
  token(): string | undefined;
  /** Has this chat in front of them: cards that are theirs to refresh are asked for again. */
  opens(): Promise<void>;
  /** What the first field of the latest card offers for these words. */
  finds(words: string): Promise<readonly string[]>;
  /** An activity of this person in this chat as Teams posts it: a message unless `more` says otherwise. */
  activity(more?: object): Readonly<Record<string, unknown>>;
  /** An invoke for a button: with the token of the latest card unless `data` has another. */
  invoke(verb: string, data?: object, more?: object): Readonly<Record<string, unknown>>;
  /** Messages the bot sent to this chat. */
  messages(): readonly MessageView[];
  /** What a press was answered with, when that was a sentence. */
  told(): string | undefined;
}

/** A new store in a folder or a database, filled with the practice municipality. */
export async function practiceStore(place: string): Promise<Store> {
  const opened = await openStore(place, { seedPractice: true, tell: () => undefined });
  if (!opened.ok) throw new Error(opened.problem);
  return opened.store;
}

export interface TownOptions {
  /** Opens the town's store, in the folder it is given or elsewhere. */
  readonly openIn?: (folder: string) => Promise<Store>;
  /** Puts something between the town and its store. */
  readonly behind?: (store: Store) => Store;
  readonly log?: Log;
}

export async function openTown({
  openIn = practiceStore,
  behind = (store) => store,
  log = makeLog("error"),
}: TownOptions = {}): Promise<Town> {
  const folder = await mkdtemp(join(tmpdir(), "kernwijzer-town-"));
  let at = MORNING;
  const clock = () => at;
  const store = await openIn(folder);
  const settings = {
    port: 0,
    host: "127.0.0.1",
    dataFolder: folder,
    store: folder,
    instances: 1,
    logLevel: "error",
  } as const;
  const running = await start({
    settings,
    store: behind(store),
    words: loadWords(),
    clock,
    log,
  });
  const connector = running.practice?.connector;
  if (!connector) throw new Error("a town without registration has a practice room");
  return {
    running,
    connector,
    store,
    origin: `http://127.0.0.1:${running.port}`,
    person: (name, chat) => townPerson(running, connector, name, chat),
    async post(activity) {
      const answer = await fetch(`http://127.0.0.1:${running.port}/api/messages`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(activity),
      });
      const text = await answer.text();
      await running.settled();
      return { status: answer.status, text };
    },
    async now(moment) {
      at = moment;
      await running.catchUp();
      await running.settled();
    },
    async close() {
      await running.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function townPerson(
  running: Running,
  connector: PracticeConnector,
  name: string,
  inChat?: string,
): TownPerson {
  const person = connector.room.people.find((one) => one.name === name);
  if (!person) throw new Error(`nobody is called ${name}`);
  const chat = inChat ?? `personal.${person.id}`;
  let told: string | undefined;
  const fromBot = () => connector.room.messages(chat).filter((message) => message.from === undefined);
  const cardOf = (message: MessageView | undefined) =>
    (message?.personal[person.id] ?? message?.cards[0]) as Card | undefined;
  const latest = () => fromBot().at(-1);
  const token = () => actionsOf(cardOf(latest()))[0]?.data.token;
  const seed = connector.room.chat(chat);
  if (!seed) throw new Error(`there is no chat ${chat}`);
  const activity = (more: object = {}) => {
    const { botId, botName, tenantId } = connector;
    const around = { botId, botName, tenantId, serviceUrl: connector.serviceUrl() };
    const id = connector.room.nextActivityId();
    const moment = { around, person, chat: seed, id, at: connector.now() };
    return { ...messageActivity(moment, "", false), ...more };
  };
  return {
    async asks(text) {
      const said = connector.say(person.id, chat, text);
      if (said.kind !== "said") throw new Error(`${name} is not in ${chat}`);
      const answer = await said.delivered;
      expect(answer?.ok ?? true).toBe(true);
      await running.settled();
    },
    async presses(title, input = {}) {
      const message = fromBot().findLast((one) =>
        actionsOf(cardOf(one)).some((action) => action.title === title),
      );
      const action = actionsOf(cardOf(message)).find((one) => one.title === title);
      if (!message || !action)
        throw new Error(`${name} sees no button "${title}" but ${this.buttons().join(", ")}`);
      const outcome = await connector.press(person.id, chat, message.id, {
        ...action,
        data: { ...action.data, ...input },
      });
      told = outcome.kind === "message" ? outcome.text : undefined;
      expect(["card", "message", "nothing"]).toContain(outcome.kind);
      await running.settled();
    },
    sees() {
      const message = latest();
      const card = cardOf(message);
      return card ? wordsOf(card) : (message?.text ?? "");
    },
    seesOnCard() {
      const card = fromBot()
        .map(cardOf)
        .findLast((one) => one !== undefined);
      return card ? wordsOf(card) : "";
    },
    buttons: () => actionsOf(cardOf(latest())).map((action) => action.title),
    card: () => cardOf(latest()),
    fields: () =>
      Object.fromEntries(
        (cardOf(latest())?.body ?? []).flatMap((element) =>
          "id" in element ? [[element.id, ("value" in element && element.value) || ""]] : [],
        ),
      ),
    token,
    async opens() {
      expect((await connector.open(person.id, chat)).kind).toBe("opened");
      await running.settled();
    },
    async finds(words) {
      const field = fieldsOf(cardOf(latest()))[0];
      const dataset = field?.["choices.data"]?.dataset;
      if (dataset === undefined) return field?.choices.map(({ title }) => title) ?? [];
      const found = await connector.search(person.id, chat, latest()?.id ?? "", { text: words, dataset });
      if (found.kind !== "results") throw new Error(`searching gave ${found.kind}`);
      return found.results.map(({ title }) => title);
    },
    activity,
    invoke: (verb, data = {}, more = {}) =>
      activity({
        type: "invoke",
        name: "adaptiveCard/action",
        replyToId: latest()?.id,
        value: {
          action: { type: "Action.Execute", verb, data: { token: token(), ...data } },
          trigger: "manual",
        },
        ...more,
      }),
    messages: fromBot,
    told: () => told,
  };
}

function actionsOf(card: Card | undefined): readonly Action[] {
  return within(card?.body ?? []).flatMap((element) => (element.type === "ActionSet" ? element.actions : []));
}

/** Every element, also those in containers and columns, in reading order. */
function within(items: Card["body"]): Card["body"] {
  return items.flatMap((item) => {
    if (item.type === "Container") return within(item.items);
    return item.type === "ColumnSet" ? item.columns.flatMap((column) => within(column.items)) : [item];
  });
}

function fieldsOf(card: Card | undefined): readonly ChoiceInput[] {
  return card?.body.flatMap((element) => (element.type === "Input.ChoiceSet" ? [element] : [])) ?? [];
}

/** All words on a card, one element a line; facts as "title: value". */
function wordsOf(card: Card): string {
  const lines = within(card.body).flatMap((item) => {
    if (item.type === "TextBlock") return [item.text];
    return item.type === "FactSet" ? item.facts.map(({ title, value }) => `${title}: ${value}`) : [];
  });
  return lines.join("\n");
}
