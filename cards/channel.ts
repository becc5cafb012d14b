import type { Shown } from "../bot/domain/shown.ts";
import { button, buttonWithoutInputs } from "./actions.ts";
import { chooseOne } from "./choosing.ts";
import { card, heading, plain, subtle, text, type Card } from "./elements.ts";
import { nl } from "./texts.nl/index.ts";

/** How a channel is greeted; from then on the card tells whose channel it is. */
export function channelCard({ vakteams }: Shown & { about: "channel" }, token: string): Card {
  const { channel, help } = nl;
  const names = vakteams.map(({ name }) => plain(name));
  const whose = names.length === 0 ? [text(channel.ask)] : [text(channel.linked(names))];
  const title = names.length === 0 ? nl.buttons.linkForm : nl.buttons.linkOther;
  return card(
    help.welcomeTitle,
    [heading(help.welcomeTitle), text(help.welcome), subtle(help.mention), ...whose],
    [button(title, "linkForm", token)],
  );
}

/** The form that makes a channel that of a vakteam. */
export function linkFormCard({ vakteams }: Shown & { about: "linkForm" }, token: string): Card {
  const { channel } = nl;
  const vakteam = chooseOne(
    {
      id: "vakteam",
      label: channel.vakteam,
      errorMessage: channel.vakteamRequired,
      dataset: "vakteams",
      choices: vakteams,
    },
    token,
  );
  return card(
    channel.formTitle,
    [heading(channel.formTitle), text(channel.explain), vakteam],
    [button(nl.buttons.link, "link", token, "positive"), buttonWithoutInputs(nl.buttons.back, "back", token)],
  );
}
