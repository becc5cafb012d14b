import { vakteamsToLink } from "../domain/linking.ts";
import type { Notice } from "../domain/notice.ts";
import type { Shown } from "../domain/shown.ts";
import { vakteamsIn } from "../domain/vakteamChannel.ts";
import { byName, known, type Showing } from "./showing.ts";

export function showChannel(
  { register, vakteamChannels }: Showing,
  { conversation }: Notice & { about: "channel" },
): Shown {
  const linked = vakteamsIn(vakteamChannels, conversation).flatMap((id) => register.vakteams.get(id) ?? []);
  return { about: "channel", vakteams: byName(linked) };
}

/** Aloud in a channel it stands for nobody in particular: who may link which vakteam is judged at the press anyway. */
export function showLinkForm({ register, viewer, day }: Showing): Shown {
  const own = viewer.official && vakteamsToLink(register, viewer.official.id, day);
  return { about: "linkForm", vakteams: byName(own ?? register.vakteams.values()) };
}

export function showLinked(
  { register }: Showing,
  notice: Notice & { about: "channelLinked" | "channelUnlinked" },
): Shown {
  return { about: notice.about, vakteam: known(register.vakteams.get(notice.vakteam), notice) };
}
