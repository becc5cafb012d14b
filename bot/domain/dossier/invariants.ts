import type { Invariant } from "../invariants.ts";
import { isOpen, underlying, type Dossier } from "./dossier.ts";
import { MOST_HOPS } from "./receiving.ts";

/** What holds for one dossier in every state it can reach; one sentence per violation. */
export function brokenIn(dossier: Dossier): readonly string[] {
  const { status, owner, handoff, shares, waits, hops, history, consults } = dossier;
  const rules: readonly (readonly [boolean, string])[] = [
    [owner.official !== "" && owner.capacity.length > 0, "has no owner in a capacity"],
    [shares.length > 0, "is of no kern and of nobody"],
    [
      status !== "closed" || shares.every(({ feedback }) => feedback),
      "is closed without a word to residents",
    ],
    [
      underlying(dossier) !== "offered" || handoff?.state === "queued" || handoff?.state === "delivered",
      "is offered, and the offer is over",
    ],
    [
      underlying(dossier) === "offered" || (handoff?.state !== "queued" && handoff?.state !== "delivered"),
      "is not offered any more, and the offer still lies there",
    ],
    [
      !["onHold", "scheduled", "awaitingDecision"].includes(status) || waits !== undefined,
      "waits without a day",
    ],
    [status !== "replyRequested" || consults.at(-1)?.back !== undefined, "waits for a reply to nothing"],
    [status !== "answered" || dossier.answer !== undefined, "is answered without an answer"],
    [hops <= MOST_HOPS + 1, "went on too often"],
    [history.at(-1)?.status === status, "stands elsewhere than its latest step led to"],
    [
      history.every(({ who, at, act }) => who !== "" && at !== "" && act !== ""),
      "has a step without a person or moment",
    ],
    [
      history.every(({ who, capacity }) => who === "kernwijzer" || capacity.length > 0),
      "has a step without a capacity",
    ],
  ];
  return rules.filter(([holds]) => !holds).map(([, what]) => `dossier ${dossier.number}: ${what}`);
}

/** Every dossier by itself, and all of them together: numbers are given out once, owners are known. */
export const dossiersHold: Invariant = ({ dossier, official }) => {
  const known = new Set(official.map(({ id }) => id));
  const byNumber = Map.groupBy(dossier, ({ number }) => number);
  return [
    ...dossier.flatMap(brokenIn),
    ...dossier
      .filter((one) => isOpen(one) && !known.has(one.owner.official))
      .map(({ number }) => `dossier ${number}: its owner is not in the register`),
    ...[...byNumber]
      .filter(([, same]) => same.length > 1)
      .map(([number]) => `dossier ${number}: the number is used twice`),
  ];
};
