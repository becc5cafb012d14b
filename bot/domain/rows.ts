import type { AccessRequest } from "./accessRequest.ts";
import type { Account } from "./account.ts";
import type { Conversation } from "./conversation.ts";
import type { Delivery } from "./delivery.ts";
import type { Digest } from "./dossier/digest.ts";
import type { Dossier } from "./dossier/dossier.ts";
import type { Intake } from "./dossier/intake.ts";
import type { Numbering } from "./dossier/number.ts";
import type { Kern } from "./kern.ts";
import type { Absence, Official, Role } from "./official.ts";
import type { OwnershipRule } from "./ownership.ts";
import type { Portefeuille } from "./portefeuille.ts";
import type { Pot } from "./pot.ts";
import type { Proposal } from "./proposal.ts";
import type { Question } from "./question.ts";
import type { Timer } from "./timer.ts";
import type { CardToken } from "./token.ts";
import type { Channel, Topic } from "./topic.ts";
import type { Vakteam } from "./vakteam.ts";
import type { VakteamChannel } from "./vakteamChannel.ts";

/** Everything the store keeps: collection name → row. Rows are plain JSON with a string `id`. */
export interface Rows {
  kern: Kern;
  topic: Topic;
  channel: Channel;
  portefeuille: Portefeuille;
  vakteam: Vakteam;
  official: Official;
  role: Role;
  absence: Absence;
  ownership: OwnershipRule;
  conversation: Conversation;
  account: Account;
  accessRequest: AccessRequest;
  vakteamChannel: VakteamChannel;
  question: Question;
  proposal: Proposal;
  dossier: Dossier;
  intake: Intake;
  numbering: Numbering;
  digest: Digest;
  pot: Pot;
  token: CardToken;
  timer: Timer;
  delivery: Delivery;
}
export type Collection = keyof Rows;
