import type { Command } from "../../manifest/commands.ts";
import type { Reader } from "../domain/language/reading.ts";
import type { Register } from "../domain/register.ts";

/** Whether the bot, with this register, understands a command as what it says it asks. */
export function isUnderstood(
  { title, asks, kern, vakteam }: Command,
  register: Register,
  reader: Reader,
): boolean {
  const { intent, topics, roles, kernen, vakteams } = reader.read(title);
  if (intent !== asks) return false;
  if (asks === "owner" && topics.length === 0) return false;
  if (asks === "role" && roles.length === 0) return false;
  return (
    (kern === undefined || kernen.some((id) => register.kernen.get(id)?.name === kern)) &&
    (vakteam === undefined || vakteams.some((id) => register.vakteams.get(id)?.name === vakteam))
  );
}
