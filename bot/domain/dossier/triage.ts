import { step, type Doer, type Doing, type Taken } from "./doing.ts";
import type { Dossier } from "./dossier.ts";
import { isStatutory } from "./guarding.ts";

export function discuss(dossier: Dossier, doing: Doing, doer: Doer): Taken {
  return step(dossier, doing, doer, { status: "triage" });
}

/** The village does it itself. Not for a statutory task: that stays with the municipality. */
export function toVillage(dossier: Dossier, doing: Doing, doer: Doer): Taken {
  if (isStatutory(doer.register, dossier.topic)) return "statutory";
  return light(dossier, doing, doer, "communityLed");
}

export function toPartner(dossier: Dossier, doing: Doing, doer: Doer): Taken {
  return light(dossier, doing, doer, "partnerLed");
}

/** The regular door: meldpunt, loket. The reference it gets there may be filled in. */
export function toChannel(dossier: Dossier, doing: Doing, doer: Doer): Taken {
  return step(dossier, doing, doer, { status: "regularChannel" });
}

/** A shared task: who does what in each corner is the text; the regisseur keeps it together. */
export function toOpgave(dossier: Dossier, doing: Doing, doer: Doer): Taken {
  if (doing.text === "") return "reasonMissing";
  return step(dossier, doing, doer, { status: "inProgress", sort: "opgave", driehoek: doing.text });
}

export function cancel(dossier: Dossier, doing: Doing, doer: Doer): Taken {
  if (doing.text === "") return "reasonMissing";
  return step(dossier, doing, doer, { status: "cancelled" });
}

/** An agreement and a day on which the regisseur asks how it goes. */
function light(dossier: Dossier, doing: Doing, doer: Doer, status: "communityLed" | "partnerLed"): Taken {
  if (doing.text === "") return "reasonMissing";
  if (doing.day === undefined || doing.day < doer.day) return "dateMissing";
  return step(dossier, doing, doer, {
    status,
    driehoek: doing.text,
    waits: { until: doing.day, what: doing.text },
  });
}
