import { isPresent } from "../contact.ts";
import { step, type Doer, type Doing, type Taken } from "./doing.ts";
import type { Dossier } from "./dossier.ts";
import { capacityIn } from "./parties.ts";

/** Planned: a day on which it is done. */
export function schedule(dossier: Dossier, doing: Doing, doer: Doer): Taken {
  if (doing.day === undefined || doing.day < doer.day) return "dateMissing";
  return step(dossier, doing, doer, { status: "scheduled", waits: { until: doing.day, what: doing.text } });
}

/** "Toch zelf doen": the work stays with whoever wanted to hand it over. When and where they are in the kern may be told. */
export function keep(dossier: Dossier, doing: Doing, doer: Doer): Taken {
  return step(dossier, doing, doer, {
    status: "inProgress",
    draft: undefined,
    due: doing.day ?? dossier.due,
  });
}

/** Waiting never goes without a day and a reason. */
export function hold(dossier: Dossier, doing: Doing, doer: Doer): Taken {
  if (doing.text === "") return "reasonMissing";
  if (doing.day === undefined || doing.day <= doer.day) return "dateMissing";
  return step(dossier, doing, doer, { status: "onHold", waits: { until: doing.day, what: doing.text } });
}

export function resume(dossier: Dossier, doing: Doing, doer: Doer): Taken {
  return step(dossier, doing, doer, { status: "inProgress", waits: undefined });
}

export function awaitDecision(dossier: Dossier, doing: Doing, doer: Doer): Taken {
  if (doing.day === undefined || doing.day < doer.day) return "dateMissing";
  return step(dossier, doing, doer, {
    status: "awaitingDecision",
    waits: { until: doing.day, what: doing.text },
  });
}

export function weigh(dossier: Dossier, doing: Doing, doer: Doer): Taken {
  if (doing.weight === undefined) return "badInput";
  return step(dossier, doing, doer, { weight: doing.weight });
}

export function moveDue(dossier: Dossier, doing: Doing, doer: Doer): Taken {
  if (doing.text === "") return "reasonMissing";
  if (doing.day === undefined || doing.day < doer.day) return "dateMissing";
  return step(dossier, doing, doer, { due: doing.day });
}

/** Asks a colleague for what they know. Nobody becomes owner by it, and nothing waits for it. */
export function consult(dossier: Dossier, doing: Doing, doer: Doer): Taken {
  if (doing.text === "") return "reasonMissing";
  const { official: of } = doing;
  if (of === undefined || of === doer.official) return "badInput";
  if (!isPresent(doer.register, of, doer.day)) return "absent";
  const asked = { of, by: doer.official, question: doing.text, at: doer.at };
  return step(dossier, doing, doer, { consults: [...dossier.consults, asked] });
}

/** Splits off work for another team; the owner stays the one who answers. */
export function contribute(dossier: Dossier, doing: Doing, doer: Doer): Taken {
  if (doing.text === "") return "reasonMissing";
  const { vakteam } = doing;
  if (vakteam === undefined || !doer.register.vakteams.has(vakteam) || vakteam === dossier.owner.vakteam)
    return "badInput";
  const one = { id: doer.newId(), vakteam, asked: doing.text, askedBy: doer.official, askedAt: doer.at };
  return step(dossier, doing, doer, { contributions: [...dossier.contributions, one] });
}

/** The other team's part of the answer. */
export function contribution(dossier: Dossier, doing: Doing, doer: Doer): Taken {
  if (doing.text === "") return "reasonMissing";
  const open = dossier.contributions.filter(({ answer }) => !answer);
  const one = doing.contribution === undefined ? open[0] : open.find(({ id }) => id === doing.contribution);
  if (!one) return "outdated";
  if (!capacityIn(doer.register, doer.official, one.vakteam, doer.day)) return "notInTeam";
  const answer = { by: doer.official, at: doer.at, text: doing.text };
  return step(dossier, doing, doer, {
    contributions: dossier.contributions.map((each) => (each === one ? { ...one, answer } : each)),
  });
}

/** "Even gebeld": what is worth keeping, in one line. A colleague who was consulted replies with it. */
export function note(dossier: Dossier, doing: Doing, doer: Doer): Taken {
  if (doing.text === "") return "reasonMissing";
  return step(dossier, doing, doer, {});
}
