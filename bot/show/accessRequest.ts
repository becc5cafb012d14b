import { mayAsk } from "../domain/accessRequest.ts";
import { capacityInBeheer } from "../domain/beheer.ts";
import { officialsNamed } from "../domain/choices.ts";
import type { Notice } from "../domain/notice.ts";
import type { Shown } from "../domain/shown.ts";
import { byName, known, type Showing } from "./showing.ts";

export async function showAccessRequest(
  { store, register, viewer, entraId, at, day }: Showing,
  notice: Notice & { about: "accessRequest" },
): Promise<Shown> {
  const { row } = known(await store.get("accessRequest", notice.request), notice);
  const me = viewer.official?.id;
  const isBeheer = me !== undefined && capacityInBeheer(register, me, day) !== undefined;
  return {
    about: "accessRequest",
    request: row,
    viewerIs: entraId === row.person ? "asker" : isBeheer ? "beheer" : "other",
    mayAsk: mayAsk(row, at),
    official: row.status === "linked" ? register.officials.get(row.official) : undefined,
    decider: "decidedBy" in row ? register.officials.get(row.decidedBy) : undefined,
    candidates: isBeheer && row.status === "open" ? byName(officialsNamed(register, day)) : [],
  };
}

export async function showAccessDecided(
  { store, register }: Showing,
  notice: Notice & { about: "accessDecided" },
): Promise<Shown> {
  const { row } = known(await store.get("accessRequest", notice.request), notice);
  return {
    about: "accessDecided",
    official: row.status === "linked" ? register.officials.get(row.official) : undefined,
    reason: row.status === "refused" ? row.reason : undefined,
  };
}
