import { PRACTICE_START } from "./clock.ts";
import { PRACTICE_BOT_ID, PRACTICE_TENANT_ID, seedPractice } from "./seed.ts";
import { dayOf } from "../domain/calendar.ts";
import type { Change } from "../domain/commit.ts";
import type { Register } from "../domain/register.ts";
import type { VakteamChannel } from "../domain/vakteamChannel.ts";

/**
 * What makes each channel of the practice room that of its vakteam, so that cards to a team land there from the start.
 * Nobody has been heard there yet, so a channel has no address and is still greeted when somebody first opens it.
 */
export function practiceChannels(register: Register): readonly Change[] {
  const at = { tenantId: PRACTICE_TENANT_ID, botId: PRACTICE_BOT_ID };
  return seedPractice(register, dayOf(PRACTICE_START)).chats.flatMap(
    ({ kind, vakteam, conversationId: id }): readonly Change[] => {
      if (kind !== "channel" || vakteam === undefined) return [];
      const place = { id, kind, connectorId: id, ...at, team: id } as const;
      const linked: VakteamChannel = { id: vakteam, conversation: id, by: "kernwijzer", at: PRACTICE_START };
      return [
        { collection: "conversation", id, expect: 0, row: place },
        { collection: "vakteamChannel", id: vakteam, expect: 0, row: linked },
      ];
    },
  );
}
