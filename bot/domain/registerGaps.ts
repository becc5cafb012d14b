import { unconfirmed } from "./answer.ts";
import { placeIn, type Day } from "./calendar.ts";
import { rolesOf } from "./contact.ts";
import type { KernId } from "./kern.ts";
import type { OfficialId } from "./official.ts";
import { whoOwns, type OwnershipRuleId } from "./ownership.ts";
import type { Register } from "./register.ts";
import type { TopicId } from "./topic.ts";
import type { VakteamId } from "./vakteam.ts";

/** What a register lacks: nothing that stops it from being used, all of it something that somebody will run into. */
export interface RegisterGaps {
  readonly kernenWithoutRegisseur: readonly KernId[];
  readonly vakteamsWithoutTeamleider: readonly VakteamId[];
  /** Tasks of the municipality for which, in some kern, no rule or no single rule holds. */
  readonly topicsWithoutOwner: readonly TopicId[];
  /** People who cannot act: their Entra id is not known. */
  readonly officialsWithoutEntraId: readonly OfficialId[];
  readonly rulesUnconfirmed: readonly OwnershipRuleId[];
}

/** Looks for gaps as of one day. Absence is none: that is what deputies are for. */
export function gapsIn(register: Register, day: Day): RegisterGaps {
  const { kernen, vakteams, topics, officials, ownership } = register;
  const kernIds = kernen.size > 0 ? [...kernen.keys()] : [undefined];
  const isOwned = (topic: TopicId) =>
    kernIds.every((kern) => whoOwns(register, topic, kern, day).outcome === "owned");
  const isHeld = (role: Parameters<typeof rolesOf>[1]) =>
    rolesOf(register, role, day).some(({ official }) => officials.get(official)?.active === true);
  return {
    kernenWithoutRegisseur: [...kernen.keys()].filter((kern) => !isHeld({ role: "gebiedsregisseur", kern })),
    vakteamsWithoutTeamleider: [...vakteams.keys()].filter(
      (vakteam) => !isHeld({ role: "teamleider", vakteam }),
    ),
    topicsWithoutOwner: [...topics.values()]
      .filter(({ id, elsewhere }) => elsewhere === undefined && !isOwned(id))
      .map(({ id }) => id),
    officialsWithoutEntraId: [...officials.values()]
      .filter(({ active, entraId }) => active && entraId === undefined)
      .map(({ id }) => id),
    rulesUnconfirmed: [...ownership.values()]
      .filter((rule) => placeIn(rule, day) === "within" && unconfirmed(rule, day) !== undefined)
      .map(({ id }) => id),
  };
}
