import { loadRegister } from "../registry.ts";
import { openReaderAt } from "../../storage/place.ts";
import { command, print } from "./command.ts";
import { storePlace, unlessRefused, untold } from "./openFolder.ts";

export const outboxCommand = command({
  name: "outbox",
  summary: "prints what could not be delivered, and who cannot be reached",
  help: `
Usage: kernwijzer outbox [--data DIR]

One line per message that was given up on, with whom it was for and what it was about, never what it said; then one line
per person or place where nothing can be sent any more. May run beside the product.

  --data DIR  data folder or postgres:// address (DATABASE_URL, KERNWIJZER_DATA, else ./data)`,
  options: { data: { type: "string" } },
  async run(words, { data }, io) {
    if (words.length > 0) return { wrongUsage: "takes no arguments; the store is given with --data" };
    const lines = await unlessRefused(io, async () => {
      const store = await openReaderAt(storePlace(data, io), untold);
      const { officials } = await loadRegister(store);
      const names = new Map([...officials.values()].map(({ entraId, name }) => [entraId, name]));
      const messages = (await store.deadMessages()).map(
        ({ id, addressee, conversation, notice, attempts }) =>
          `undelivered ${id}: ${notice.about} for ${names.get(addressee) ?? addressee ?? conversation}, tried ${attempts} times`,
      );
      const places = (await store.all("conversation")).flatMap(({ row: { id, entraId, unreachable } }) =>
        unreachable
          ? [`unreachable since ${unreachable.since}: ${names.get(entraId) ?? id} (${unreachable.why})`]
          : [],
      );
      await store.close();
      return [...messages, ...places];
    });
    if (lines === undefined) return "refused";
    for (const line of lines) print(io.stdout, line);
    if (lines.length === 0) print(io.stdout, "Everything was delivered, and everybody can be reached");
    return "done";
  },
});
