import type { Notice } from "../domain/notice.ts";
import { decidersFor, mayDecide } from "../domain/proposalAuthority.ts";
import type { Shown } from "../domain/shown.ts";
import { byName, known, refreshFor, type Showing } from "./showing.ts";

export async function showProposal(showing: Showing, notice: Notice & { about: "proposal" }): Promise<Shown> {
  const { store, register, day, viewer } = showing;
  const { row } = known(await store.get("proposal", notice.proposal), notice);
  const asked = decidersFor(register, row.newVakteam, row.proposedBy, day);
  const deciders = row.status === "open" ? mayDecide(register, row, day) : [];
  const me = viewer.official?.id;
  return {
    about: "proposal",
    proposal: row,
    topic: known(register.topics.get(row.topic), notice),
    kern: row.kern === undefined ? undefined : register.kernen.get(row.kern),
    before: byName(row.oldVakteams.flatMap((id) => register.vakteams.get(id) ?? [])),
    newVakteam: known(register.vakteams.get(row.newVakteam), notice),
    proposer: known(register.officials.get(row.proposedBy), notice),
    decider: "decidedBy" in row ? register.officials.get(row.decidedBy) : undefined,
    askedOf: asked.flatMap((id) => register.officials.get(id) ?? []),
    viewerIs: me === row.proposedBy ? "proposer" : deciders.some((id) => id === me) ? "decider" : "informed",
    refreshFor: await refreshFor(showing, deciders),
  };
}
