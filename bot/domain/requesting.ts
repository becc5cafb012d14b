import { accessRequestOf, mayAsk, type AccessRequest, type OpenRequest } from "./accessRequest.ts";
import { beheerders } from "./beheer.ts";
import { addDays, dayOf, instantAt } from "./calendar.ts";
import type { Change, Versioned } from "./commit.ts";
import { justAnswer, refuse, type Decision, type Pressing, type Saying, type View } from "./decision.ts";
import type { CardId } from "./delivery.ts";
import type { Incoming } from "./incoming.ts";
import type { OfficialId } from "./official.ts";
import type { Register } from "./register.ts";
import { setTimer } from "./timer.ts";
import { newToken, type TokenId } from "./token.ts";

/**
 * Tells somebody who is not in the register so, in their own chat: the first time the bot hears them, when it is added,
 * and when they ask for help. Whatever they asked is answered as well.
 */
export function offerAccess(incoming: Incoming, view: View, decision: Decision): Decision {
  const { act, conversation, person, at } = incoming;
  if (view.official || conversation.kind !== "personal" || conversation.entraId !== person.entraId)
    return decision;
  const { access } = view;
  const greets = act.kind === "installed" && decision.say.length > 0;
  const wanted = greets || (act.kind === "message" && (!access || view.reading?.intent === "help"));
  if (!wanted) return decision;
  const id = accessRequestOf(person.entraId);
  const notice = { about: "accessRequest", request: id } as const;
  const said = greets ? [] : decision.say;
  if (access && !mayAsk(access.row, at)) return { ...decision, say: [...said, { to: "here", notice }] };
  const { version, changes } = offered(id, person.entraId, access);
  const { token, change } = newToken(view, { kind: "accessRequest", id }, version, [person.entraId]);
  // Later ones stand at the bottom of the chat, where they are looked for; the first is kept up to date.
  const card = access ? {} : { card: ownCard(id) };
  return {
    ...decision,
    changes: [...decision.changes, ...changes, change],
    say: [...said, { to: "here", notice, token, ...card }],
  };
}

function offered(
  id: string,
  person: string,
  known: Versioned<AccessRequest> | undefined,
): { readonly version: number; readonly changes: readonly Change[] } {
  if (known?.row.status === "offered") return { version: known.version, changes: [] };
  const expect = known?.version ?? 0;
  const row = { id, person, status: "offered" } as const;
  return { version: expect + 1, changes: [{ collection: "accessRequest", id, expect, row }] };
}

/** "Vraag toegang": everybody of functioneel beheer who is there is asked. Once: after that it waits. */
export function askAccess(incoming: Pressing, view: View, current: Versioned<AccessRequest>): Decision {
  const { person, at } = incoming;
  const { row } = current;
  if (row.person !== person.entraId) return refuse(incoming, "notForYou");
  if (view.official) return justAnswer(incoming, { about: "text", text: "inRegister" }, "known already");
  const notice = { about: "accessRequest", request: row.id } as const;
  if (row.status !== "offered") return justAnswer(incoming, notice, `the request is ${row.status}`);
  const day = dayOf(at);
  const askedOf = beheerders(view.register, day);
  if (askedOf.length === 0) return refuse(incoming, "nobodyToAsk");

  const open: OpenRequest = { ...row, status: "open", name: person.name, askedAt: at, askedOf };
  const asked = cardsToDecide(view, open, current.version + 1);
  const subject = { kind: "accessRequest", id: row.id } as const;
  return {
    changes: [
      { collection: "accessRequest", id: row.id, expect: current.version, row: open },
      asked.change,
      // A later request has a moment of its own: this one may still be standing.
      setTimer(subject, `undecided-${current.version}`, instantAt(addDays(day, WAITS_FOR), "09:30")),
    ],
    say: [...asked.say, { to: { entraId: row.person }, notice, card: ownCard(row.id) }],
    answer: { notice },
    act: "askAccess",
    capacity: "",
    why: "asked functioneel beheer to be let in",
  };
}

/** Days until who is of functioneel beheer by then is asked as well. */
const WAITS_FOR = 3;

/** The cards on which those who were asked decide. */
export function cardsToDecide(
  view: { readonly register: Register; readonly newId: () => string },
  { id, askedOf }: OpenRequest,
  version: number,
): { readonly say: readonly Saying[]; readonly change: Change } {
  const addressees = askedOf.flatMap((official) => view.register.officials.get(official)?.entraId ?? []);
  const { token, change } = newToken(view, { kind: "accessRequest", id }, version, addressees);
  return { say: toBeheer(view.register, id, askedOf, token), change };
}

export function toBeheer(
  register: Register,
  request: string,
  officials: readonly OfficialId[],
  token?: TokenId,
): readonly Saying[] {
  return officials
    .flatMap((official) => register.officials.get(official)?.entraId ?? [])
    .map((entraId) => ({
      to: { entraId },
      notice: { about: "accessRequest", request } as const,
      token,
      card: `${request}:${entraId}`,
    }));
}

/** The card of the one who asks. */
export function ownCard(request: string): CardId {
  return `${request}:own`;
}
