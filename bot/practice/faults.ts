import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";

/** How the connector misbehaves towards the bot in one chat. */
export const Fault = z.object({
  /** Waits this long before it does anything. */
  delayMs: z.number().int().min(0).max(600_000).default(0),
  fail: z
    .discriminatedUnion("kind", [
      z.object({
        kind: z.literal("status"),
        status: z.number().int().min(400).max(599),
        /** Seconds in the `Retry-After` header; absent sends none. */
        retryAfter: z.number().int().min(0).optional(),
      }),
      z.object({ kind: z.literal("reset") }),
      z.object({ kind: z.literal("hang") }),
    ])
    .optional(),
  /** The call takes effect although its answer fails. */
  takesEffect: z.boolean().default(false),
  /** Ends by itself after this many calls; absent lasts until it is taken away. */
  times: z.number().int().min(1).optional(),
});
export type Fault = z.infer<typeof Fault>;

/** The faults that are set, per chat. */
export class Faults {
  readonly #set = new Map<string, Fault>();

  /** Sets the fault of a chat; undefined heals it. */
  set(chat: string, fault: Fault | undefined): void {
    if (fault === undefined) this.#set.delete(chat);
    else this.#set.set(chat, fault);
  }

  /** The fault that hits this call, after its delay. Counts the call. */
  async hit(chat: string, closing: AbortSignal): Promise<Fault | undefined> {
    const fault = this.#set.get(chat);
    if (fault === undefined) return undefined;
    if (fault.times !== undefined)
      this.set(chat, fault.times > 1 ? { ...fault, times: fault.times - 1 } : undefined);
    if (fault.delayMs > 0) await wait(fault.delayMs, undefined, { signal: closing });
    return fault;
  }
}
