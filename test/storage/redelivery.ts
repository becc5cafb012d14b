import { describe, expect, it } from "vitest";
import type { Store } from "../../storage/store.ts";
import type { FreshStore } from "./conformance.ts";
import { commitOf, message, NOON, official, write } from "./sample.ts";

const COMMANDS = 500;
const DELIVERIES = 20;
const AT_ONCE = 50;

/** Ten thousand deliveries of five hundred commands, in any order, many at once, and over a restart. */
export function redelivery(name: string, openFresh: () => Promise<FreshStore>): void {
  describe(`${name}: the same commands delivered again and again`, () => {
    it("have one effect each, and every delivery gets the one answer", async () => {
      const fresh = await openFresh();
      let { store } = fresh;
      const answers = new Map<number, string>();
      try {
        const deliveries = shuffled(COMMANDS * DELIVERIES);
        for (let from = 0; from < deliveries.length; from += AT_ONCE) {
          if (from === deliveries.length / 2) store = await fresh.reopen();
          const group = deliveries.slice(from, from + AT_ONCE);
          await Promise.all(group.map((delivery) => deliver(store, delivery, answers)));
        }
        expect(answers.size).toBe(COMMANDS);
        const rows = await store.all("official");
        expect(rows.length).toBe(COMMANDS);
        for (const { version, row } of rows) {
          expect(version).toBe(1);
          // The row is the one of the delivery that was answered.
          expect(answers.get(Number(row.id))).toBe(JSON.stringify({ delivery: row.name }));
        }
        expect((await store.claim(COMMANDS * 2, "me", 1, NOON)).length).toBe(COMMANDS);
      } finally {
        await fresh.remove();
      }
    }, 60_000);
  });
}

/** Each delivery comes with contents of its own: only the key says that it is the same command. */
async function deliver(store: Store, delivery: number, answers: Map<number, string>): Promise<void> {
  const command = delivery % COMMANDS;
  const mine = { delivery: `delivery ${delivery}` };
  const outcome = await store.commit(
    commitOf([write(official(String(command), { name: mine.delivery }), 0)], {
      key: `command ${command}`,
      reply: mine,
      outbox: [message(`m${delivery}`, `c${command}`)],
    }),
  );
  const answer = outcome.kind === "committed" ? mine : outcome.kind === "replayed" ? outcome.reply : outcome;
  const first = answers.get(command) ?? JSON.stringify(answer);
  answers.set(command, first);
  expect(JSON.stringify(answer)).toBe(first);
}

/** The numbers below `count`, in an order that is no order and always the same. */
function shuffled(count: number): number[] {
  const numbers = Array.from({ length: count }, (_, at) => at);
  let random = 12_345;
  for (let at = count - 1; at > 0; at--) {
    random = (random * 1_103_515_245 + 12_345) % 2_147_483_648;
    const other = random % (at + 1);
    [numbers[at], numbers[other]] = [numbers[other] ?? 0, numbers[at] ?? 0];
  }
  return numbers;
}
