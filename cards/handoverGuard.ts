import type { ShownHandover } from "../bot/domain/dossier/shownDossier.ts";
import { briefly } from "./briefly.ts";
import { longDay, shortDay } from "./dates.ts";
import { plain, subtle, text, warning, type Element } from "./elements.ts";
import { loadLines } from "./load.ts";
import { nl } from "./texts.nl/index.ts";

/** Longest earlier answer that stands here, in characters. */
const ANSWER = 600;

/**
 * What may make handing over needless or useless, before it is done: the regular door, an earlier answer, the same
 * question elsewhere, somebody who is away, a team that is full.
 */
export function beforeHandover(shown: ShownHandover): readonly Element[] {
  const { channel, earlier, load } = shown;
  const words = nl.handover;
  const route = channel ? [text(words.channelFirst(plain(channel.name))), subtle(plain(channel.how))] : [];
  const before = earlier.flatMap(({ number, on, by, text: answer }) => [
    text(words.earlier(number, longDay(on), plain(by))),
    subtle(plain(briefly(answer, ANSWER))),
  ]);
  const full = load?.expectedOn === undefined ? [] : [text(words.full)];
  return [...route, ...before, ...elsewhere(shown), ...away(shown), ...loadLines(load), ...full];
}

function elsewhere({ bundle }: ShownHandover): readonly Element[] {
  const [same] = bundle;
  if (!same) return [];
  const kernen = [...new Set(bundle.flatMap((one) => one.kernen))].map(plain);
  return [warning(nl.handover.askedBefore(kernen.length, nl.list(kernen), same.number))];
}

function away({ away: one }: ShownHandover): readonly Element[] {
  if (!one) return [];
  const { answer, handover } = nl;
  const said = answer.absent(plain(one.name), one.until && shortDay(one.until));
  return [
    text(`${said} ${one.instead === undefined ? handover.toTeam : handover.instead(plain(one.instead))}`),
  ];
}
