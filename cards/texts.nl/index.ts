import { access } from "./access.ts";
import { undelivered } from "./undelivered.ts";
import { answer, conflict, noOwner, elsewhere } from "./answer.ts";
import { notKnown, askKern } from "./question.ts";
import { changeForm, proposal } from "./proposal.ts";
import { channel } from "./channel.ts";
import { deputy, help, holders, roles } from "./help.ts";
import { buttons } from "./buttons.ts";
import { invoke } from "./invoke.ts";
import { plain, refusals } from "./plain.ts";
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
  deputy,
  holders,
  undelivered,
  help,
  roles,
  buttons,
  plain,
  refusals,
  slow,
  invoke,
} as const;
