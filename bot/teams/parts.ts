import type { Gate } from "./gate.ts";
import type { Instant } from "../domain/calendar.ts";
import type { Choice, Searching } from "../domain/choices.ts";
import type { Conversation } from "../domain/conversation.ts";
import type { Answer } from "../domain/decision.ts";
import type { Incoming } from "../domain/incoming.ts";
import type { Notice } from "../domain/notice.ts";
import type { Shown } from "../domain/shown.ts";
import type { TokenId } from "../domain/token.ts";
import type { Metrics } from "../metrics.ts";
import type { Log } from "../log.ts";
import type { Connector } from "./connector.ts";
import type { Identity } from "./registration.ts";

/** What the Teams surface is given by the rest. */
export interface TeamsParts {
  /** Who is let in. Asked before the SDK sees a request. */
  readonly gate: Gate;
  readonly metrics: Metrics;
  readonly identity: Identity;
  readonly connector: Connector;
  readonly handle: (incoming: Incoming) => Promise<Answer | undefined>;
  /** What a card shows now; see `bot/refresh.ts`. */
  readonly refresh: (token: TokenId, entraId: string) => Promise<Answer>;
  /** What may be chosen in a field; see `bot/search.ts`. */
  readonly search: (
    searching: Searching,
    token: TokenId | undefined,
    entraId: string,
  ) => Promise<readonly Choice[]>;
  readonly show: (
    notice: Notice,
    entraId: string | undefined,
    together?: boolean,
    conversation?: Conversation,
  ) => Promise<Shown>;
  readonly clock: () => Instant;
  readonly newId: () => string;
  readonly log: Log;
  /** The only tenant that is served; absent in the practice room. */
  readonly tenantId?: string | undefined;
}
