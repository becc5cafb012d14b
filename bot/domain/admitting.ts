import type { AccessRequest, OpenRequest } from "./accessRequest.ts";
import { beheerders, capacityInBeheer, officialWith } from "./beheer.ts";
import { dayOf } from "./calendar.ts";
import type { Change, Versioned } from "./commit.ts";
import { justAnswer, refuse, type Decision, type Pressed, type Pressing, type View } from "./decision.ts";
import type { TimeView } from "./decideTime.ts";
import type { Official } from "./official.ts";
import { LONGEST_REMARK } from "./proposing.ts";
import type { Refusal } from "./refusal.ts";
import { askAccess, cardsToDecide, ownCard, toBeheer } from "./requesting.ts";
import { sensitiveIn } from "./sensitive.ts";

type PressedRequest = Pressed & { readonly kind: "accessRequest" };

/** A press on the card of somebody who wants to be in the register. */
export function pressOnAccess(incoming: Pressing, view: View, pressed: PressedRequest): Decision {
  return incoming.act.verb === "askAccess"
    ? askAccess(incoming, view, pressed.current)
    : decideAccess(incoming, view, pressed);
}

/** "Koppelen" or "Niet toelaten", judged on the roles of this very moment. */
function decideAccess(incoming: Pressing, view: View, { current, token }: PressedRequest): Decision {
  const { act, at } = incoming;
  const { row, version } = current;
  const capacity = view.official && capacityInBeheer(view.register, view.official.id, dayOf(at));
  if (!view.official || !capacity) return refuse(incoming, "notForYou");
  if (row.status === "linked" || row.status === "refused")
    return justAnswer(incoming, { about: "accessRequest", request: row.id }, "decided before");
  // A card from before others were asked as well, or one put together with the token of the one who asks.
  if (row.status !== "open" || token.version !== version) return refuse(incoming, "outdated");
  const decided = { ...row, decidedBy: view.official.id, decidedAt: at } as const;
  const close = (closed: ClosedRequest, changes: readonly Change[], why: string): Decision =>
    closing(view, { version, row: closed }, changes, { capacity, why });

  if (act.verb === "refuse") {
    const reason = (act.input.reason ?? "").trim().slice(0, LONGEST_REMARK);
    if (reason === "") return refuse(incoming, "reasonMissing");
    if (sensitiveIn(reason).length > 0) return refuse(incoming, "sensitive");
    return close({ ...decided, status: "refused", reason }, [], reason);
  }
  const already = officialWith(view.register, row.person);
  if (already?.active)
    return close({ ...decided, status: "linked", official: already.id }, [], "in the register already");
  const { chosen } = view;
  const wrong = already ? "linkedToLeaver" : whyNot(chosen?.row);
  if (wrong !== undefined || chosen === undefined) return refuse(incoming, wrong ?? "badInput");
  const official = { ...chosen.row, entraId: row.person };
  const change = { collection: "official", id: official.id, expect: chosen.version, row: official } as const;
  return close({ ...decided, status: "linked", official: official.id }, [change], `linked to ${official.id}`);
}

/** Why nobody can be linked to this official; undefined when somebody can. */
function whyNot(official: Official | undefined): Refusal | undefined {
  if (official?.active !== true) return "badInput";
  return official.entraId === undefined ? undefined : "alreadyLinked";
}

type ClosedRequest = Exclude<AccessRequest, { status: "offered" | "open" }>;

/** The one who asked is told, and every card of it is brought up to date. */
function closing(
  view: View,
  { version, row }: Versioned<ClosedRequest>,
  changes: readonly Change[],
  { capacity, why }: { readonly capacity: string; readonly why: string },
): Decision {
  const { id } = row;
  const notice = { about: "accessRequest", request: id } as const;
  return {
    changes: [{ collection: "accessRequest", id, expect: version, row }, ...changes],
    say: [
      // Also who decides now: their other devices still show the buttons.
      ...toBeheer(view.register, id, [...new Set([...row.askedOf, row.decidedBy])]),
      { to: { entraId: row.person }, notice, card: ownCard(id) },
      // A card that changes in place draws nobody's attention.
      { to: { entraId: row.person }, notice: { about: "accessDecided", request: id } },
    ],
    answer: { notice },
    act: row.status === "linked" ? "linkOfficial" : "refuseAccess",
    capacity,
    why,
  };
}

/** It waits for days: whoever is of functioneel beheer by now is asked too. Decided meanwhile: nothing happens. */
export function remindOfAccess(view: TimeView, current: Versioned<AccessRequest>): Decision {
  const decision = { changes: [], say: [], act: "remind", capacity: "" } as const;
  const known = current.row;
  if (known.status !== "open") return { ...decision, why: "the request was decided in time" };
  const askedOf = [...new Set([...known.askedOf, ...beheerders(view.register, dayOf(view.at))])];
  if (askedOf.length === known.askedOf.length)
    return { ...decision, why: "everybody of functioneel beheer was asked" };
  const row: OpenRequest = { ...known, askedOf };
  const { say, change } = cardsToDecide(view, row, current.version + 1);
  return {
    ...decision,
    changes: [{ collection: "accessRequest", id: row.id, expect: current.version, row }, change],
    say,
    why: "a request for access waits for days",
  };
}
