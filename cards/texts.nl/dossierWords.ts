import type { Asked, Status } from "../../bot/domain/dossier/dossier.ts";
import type { Candidate, RegieReason, ReturnReason, Urgency } from "../../bot/domain/dossier/handoff.ts";
import type { Weight } from "../../bot/domain/dossier/dossier.ts";

export const status = {
  registered: "Vastgelegd",
  triage: "Bespreken in de driehoek",
  offered: "Aangeboden aan het team",
  replyRequested: "Reactie gevraagd",
  inProgress: "In behandeling",
  scheduled: "Ingepland",
  onHold: "Wacht",
  awaitingDecision: "Wacht op besluit",
  communityLed: "Het dorp pakt dit op",
  partnerLed: "Een partner pakt dit op",
  regularChannel: "Via de vaste route",
  answered: "Antwoord klaar, nog terugkoppelen",
  closed: "Afgesloten en teruggekoppeld",
  reopened: "Heropend",
  cancelled: "Vervallen",
} as const satisfies Record<Status, string>;

export const asked = {
  answer: "een antwoord",
  advice: "advies",
  act: "iets doen",
  decide: "een besluit",
  thinkAlong: "meedenken",
} as const satisfies Record<Asked, string>;

export const weight = {
  small: "Klein (een uur of minder)",
  middle: "Middel (een dag of minder)",
  large: "Groot (meer dan een dag)",
} as const satisfies Record<Weight, string>;

export const returnReason = {
  answeredBefore: "Al beantwoord",
  regularChannel: "Hoort bij meldpunt of loket",
  tooLittleKnown: "Te weinig informatie",
  villageOrPartner: "Dorp of partner kan dit",
  noCapacity: "Geen tijd voor die datum",
  notMunicipal: "Geen taak van de gemeente",
  double: "Dubbel",
} as const satisfies Record<ReturnReason, string>;

export const regieReason = {
  severalParties: "Meerdere partijen",
  tension: "Spanning in het dorp",
  noOwner: "Geen eigenaar",
  newInitiative: "Nieuw initiatief",
} as const satisfies Record<RegieReason, string>;

export const urgency = {
  danger: "Gevaar",
  legalTerm: "Wettelijke termijn",
  board: "Bestuurlijke wens",
} as const satisfies Record<Urgency, string>;

export const verdict = {
  named: "als eerste genoemd",
  heavierLoad: "heeft nu minder ruimte",
  away: "is er nu niet",
  refusedBefore: "gaf dit al eerder terug",
  atLimit: "heeft nu geen ruimte",
  otherKern: "werkt in een andere kern",
  left: "werkt hier niet meer",
} as const satisfies Record<Candidate["verdict"], string>;
