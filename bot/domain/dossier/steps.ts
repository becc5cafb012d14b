import { underlying, type Dossier } from "./dossier.ts";
import { mayFrom, type Act } from "./moves.ts";
import { capacityFor, type Party } from "./parties.ts";
import type { RoleName } from "../official.ts";

/** What may become of something that was heard, the most likely first. */
const TRIAGE: readonly Act[] = ["offer", "toVillage", "toChannel", "toPartner", "toOpgave", "discuss"];
/** Steps with work in hand, the most likely first. */
const WORK: readonly Act[] = [
  "reply",
  "take",
  "feedback",
  "answer",
  "contribution",
  "askBack",
  "giveBack",
  "redirect",
  "withdraw",
  "notUsable",
  "keep",
  "resume",
  "note",
  "schedule",
  "hold",
  "awaitDecision",
  "assign",
  "moveDue",
  "consult",
  "contribute",
  "weigh",
  "cancel",
  "reopen",
];

/** The steps somebody may take with a dossier now, the most likely first. */
export function stepsFor(dossier: Dossier, parties: ReadonlyMap<Party, RoleName>): readonly Act[] {
  const isNew = dossier.status === "registered" || dossier.status === "triage";
  const inOrder = isNew ? [...TRIAGE, ...WORK] : [...WORK, ...TRIAGE];
  return inOrder.filter((act) => {
    const status = act === "reply" ? dossier.status : underlying(dossier);
    return mayFrom(act, status) && capacityFor(act, parties) !== undefined && !isOdd(act, dossier, parties);
  });
}

/** Steps that may be taken but make no sense for this person now. */
function isOdd(act: Act, dossier: Dossier, parties: ReadonlyMap<Party, RoleName>): boolean {
  const { owner, sort, status } = dossier;
  if (act === "reply") return !parties.has("asked") && !parties.has("contact");
  if (status === "replyRequested" && (act === "askBack" || act === "offer")) return true;
  if (act === "askBack") return parties.has("sender") || (parties.has("contact") && !parties.has("vakteam"));
  if (act === "giveBack" || act === "redirect")
    return owner.vakteam === undefined && !parties.has("vakteam") && !parties.has("regisseurAsked");
  // While a team works on it, the team sends it on.
  if (act === "offer") return owner.vakteam !== undefined && !parties.has("owner");
  if (act === "keep") return parties.has("contact") && owner.vakteam === undefined;
  // For a question of a colleague nobody in a village has to be told.
  if (sort === "question") return ["toVillage", "toPartner", "toOpgave", "discuss"].includes(act);
  return false;
}
