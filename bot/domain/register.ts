import type { Kern, KernId } from "./kern.ts";
import type { Absence, Official, OfficialId, Role } from "./official.ts";
import type { OwnershipRule } from "./ownership.ts";
import type { Portefeuille, PortefeuilleId } from "./portefeuille.ts";
import type { Channel, ChannelId, Topic, TopicId } from "./topic.ts";
import type { Vakteam, VakteamId } from "./vakteam.ts";

/** Who owns what: the whole register as it stands, keyed by id. Read-only; changes go through a commit. */
export interface Register {
  readonly kernen: ReadonlyMap<KernId, Kern>;
  readonly topics: ReadonlyMap<TopicId, Topic>;
  readonly channels: ReadonlyMap<ChannelId, Channel>;
  readonly portefeuilles: ReadonlyMap<PortefeuilleId, Portefeuille>;
  readonly vakteams: ReadonlyMap<VakteamId, Vakteam>;
  readonly officials: ReadonlyMap<OfficialId, Official>;
  readonly roles: ReadonlyMap<string, Role>;
  readonly absences: ReadonlyMap<string, Absence>;
  readonly ownership: ReadonlyMap<string, OwnershipRule>;
}
