import { describe, expect, it } from "vitest";
import { readActivity } from "../../bot/teams/read.ts";

const CHANNEL = "19:kanaal@thread.tacv2";
const TEAM = "19:team@thread.tacv2";
const bot = { id: "28:bot" };
const personal = { id: "a:1", conversationType: "personal", tenantId: "ours" };
const group = { id: "19:groep@thread.v2", conversationType: "groupChat", tenantId: "ours" };
const channel = { id: CHANNEL, conversationType: "channel", tenantId: "ours" };
const inTeam = (eventType?: string) => ({ team: { id: TEAM }, channel: { id: CHANNEL }, eventType });
const uninstalled = { kind: "removed", why: "uninstalled" };

/** What is read from an event that Teams tells, by default about a personal chat. */
function read(more: object, tenantId = "ours") {
  const activity = {
    id: "1",
    serviceUrl: "https://smba.trafficmanager.net/emea/",
    from: { id: "29:anna", aadObjectId: "entra-anna" },
    recipient: bot,
    conversation: personal,
    ...more,
  };
  return readActivity(activity, { now: "2026-04-14T07:12:00.000Z", correlation: "c", tenantId });
}

const install = (action: string) => ({ type: "installationUpdate", action });
const update = (more: object) => ({ type: "conversationUpdate", ...more });

describe("what becomes of the bot in a place", () => {
  it.each<[string, object, object]>([
    ["installed", install("add"), { kind: "installed" }],
    ["a newer version", install("add-upgrade"), { kind: "upgraded" }],
    ["uninstalled", install("remove"), { ...uninstalled, from: "personal:entra-anna" }],
    ["a member", update({ membersAdded: [{ id: "29:x" }, bot] }), { kind: "installed" }],
    [
      "no member any more",
      update({ membersRemoved: [bot] }),
      { ...uninstalled, from: "personal:entra-anna" },
    ],
    [
      "removed from a group",
      { ...install("remove"), conversation: group },
      { ...uninstalled, from: group.id },
    ],
    [
      "removed from a team: from all its channels",
      { ...install("remove"), conversation: channel, channelData: inTeam() },
      { ...uninstalled, from: TEAM },
    ],
    [
      "its channel is deleted",
      update({ conversation: channel, channelData: inTeam("channelDeleted") }),
      { kind: "removed", why: "gone", from: CHANNEL },
    ],
    [
      "its team is deleted",
      update({ conversation: channel, channelData: inTeam("teamDeleted") }),
      { kind: "removed", why: "gone", from: TEAM },
    ],
  ])("%s", (_what, event, act) => {
    expect(read(event)).toMatchObject({ kind: "incoming", incoming: { act } });
  });

  it.each<[string, object]>([
    ["the old version goes during an upgrade", install("remove-upgrade")],
    ["an unknown action", install("constructor")],
    ["somebody else joins", update({ membersAdded: [{ id: "29:x" }] })],
    ["somebody else leaves", update({ membersRemoved: [{ id: "29:x" }] })],
    ["a channel has another name", update({ conversation: channel, channelData: inTeam("channelRenamed") })],
    ["an event that is no event", update({ conversation: channel, channelData: inTeam("__proto__") })],
    ["a bot without a name", { ...update({ membersAdded: [{}] }), recipient: {} }],
  ])("nothing for us: %s", (_what, event) => {
    expect(read(event).kind).toBe("ignored");
  });

  it("is told of a channel and never of one of its threads", () => {
    const thread = { ...channel, id: `${CHANNEL};messageid=7` };
    expect(read({ ...install("add"), conversation: thread, channelData: inTeam() })).toMatchObject({
      incoming: { conversation: { id: CHANNEL, connectorId: CHANNEL, team: TEAM } },
    });
  });

  it("needs nobody's name in a group or a team, and somebody's in a personal chat", () => {
    expect(read({ ...install("add"), conversation: group, from: undefined }).kind).toBe("incoming");
    expect(read({ ...install("add"), from: { id: "29:anna" } }).kind).toBe("ignored");
  });

  it("counts in our own tenant only", () => {
    expect(read({ ...install("remove"), conversation: group }, "other").kind).toBe("ignored");
  });
});

describe("what is written in the log of what is ignored", () => {
  it.each([
    ["messageReaction", "nothing to do for messageReaction"],
    ["Anna Fictema belde over Dorpsstraat 1", "nothing to do for an unknown kind"],
    ["x".repeat(100), "nothing to do for an unknown kind"],
  ])("%s", (type, why) => {
    expect(read({ type })).toEqual({ kind: "ignored", why });
  });
});
