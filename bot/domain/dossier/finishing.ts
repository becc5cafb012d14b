import { isPresent } from "../contact.ts";
import { step, type Doer, type Doing, type Taken } from "./doing.ts";
import type { Dossier, KernShare } from "./dossier.ts";

/** The answer for those who keep contact with the residents; they are the ones who tell it. */
export function answer(dossier: Dossier, doing: Doing, doer: Doer): Taken {
  if (doing.text === "") return "reasonMissing";
  const given = { text: doing.text, by: doer.official, at: doer.at };
  return step(dossier, doing, doer, { status: "answered", answer: given, waits: undefined });
}

/** The answer does not help: back to whoever gave it. */
export function notUsable(dossier: Dossier, doing: Doing, doer: Doer): Taken {
  if (doing.text === "") return "reasonMissing";
  return step(dossier, doing, doer, { status: "inProgress" });
}

/** Residents of one kern were told, or need not be. The last kern that was told closes the dossier. */
export function feedback(dossier: Dossier, doing: Doing, doer: Doer): Taken {
  if (doing.text === "") return "reasonMissing";
  if (doing.told === undefined) return "badInput";
  const open = dossier.shares.filter(({ feedback: given }) => !given);
  const mine =
    doing.kern === undefined
      ? (open.find(({ contact }) => contact === doer.official) ?? open[0])
      : open.find(({ kern }) => kern === doing.kern);
  if (!mine) return "outdated";
  const given: KernShare = {
    ...mine,
    feedback: { on: doing.day ?? doer.day, by: doer.official, text: doing.text, told: doing.told },
  };
  const shares = dossier.shares.map((share) => (share === mine ? given : share));
  const isDone = shares.every(({ feedback: told }) => told);
  return step(dossier, doing, doer, { shares, status: isDone ? "closed" : dossier.status });
}

/** Opens a closed dossier again, with whoever had it last, or with their team when they are gone. */
export function reopen(dossier: Dossier, doing: Doing, doer: Doer): Taken {
  if (doing.text === "") return "reasonMissing";
  const isHere = isPresent(doer.register, dossier.owner.official, doer.day);
  const contact = dossier.shares[0]?.contact ?? dossier.registeredBy;
  const shares = dossier.shares.map(({ feedback: _told, ...share }) => share);
  return step(dossier, doing, doer, {
    status: "reopened",
    shares,
    owner: isHere ? dossier.owner : { official: contact, capacity: "gebiedsregisseur" },
  });
}
