import { access } from "./access.ts";
import { undelivered } from "./undelivered.ts";
import { answer, conflict, noOwner, elsewhere } from "./answer.ts";
import { notKnown, askKern } from "./question.ts";
import { changeForm, proposal } from "./proposal.ts";
import { channel } from "./channel.ts";
import { deputy, help, holders, roles } from "./help.ts";
import { dossier, dossierWhy, list, load, residents, timeline } from "./dossier.ts";
import { asked, regieReason, returnReason, status, urgency, verdict, weight } from "./dossierWords.ts";
import { digest, dossierList } from "./dossierList.ts";
import { stepButton, stepDay, stepDone, stepForm, stepText } from "./dossierSteps.ts";
import { forward, handover } from "./handover.ts";
import { buttons } from "./buttons.ts";
import { invoke } from "./invoke.ts";
import { plain, refusals } from "./plain.ts";
import { kernbudget } from "./kernbudget.ts";
import { slow } from "./slow.ts";

/** Every Dutch sentence in Teams: B1, calm, "je". Values passed in are already safe to show (`plain`). */
export const nl = {
  access,
  answer,
  conflict,
  noOwner,
  elsewhere,
  notKnown,
  askKern,
  changeForm,
  proposal,
  channel,
  dossier,
  dossierWhy,
  timeline,
  status,
  asked,
  weight,
  load,
  list,
  residents,
  returnReason,
  regieReason,
  urgency,
  verdict,
  stepButton,
  stepDay,
  stepDone,
  stepForm,
  stepText,
  handover,
  forward,
  dossierList,
  digest,
  deputy,
  holders,
  undelivered,
  help,
  roles,
  buttons,
  kernbudget,
  plain,
  refusals,
  slow,
  invoke,
} as const;
