import type { Time } from "../bot/pace.ts";

/** Time that moves when everybody waits for it: hours in a test take no time at all. */
export class VirtualTime implements Time {
  #at = 0;
  #asleep = Promise.withResolvers<void>();
  #sleepers: { readonly until: number; readonly wake: () => void }[] = [];

  readonly now = (): number => this.#at;

  readonly wait = (ms: number): Promise<void> =>
    new Promise((wake) => {
      this.#sleepers.push({ until: this.#at + ms, wake });
      this.#asleep.resolve();
    });

  /** Resolves when somebody waits for time to move. */
  somebodyWaits(): Promise<void> {
    if (this.#sleepers.length > 0) return Promise.resolve();
    this.#asleep = Promise.withResolvers<void>();
    return this.#asleep.promise;
  }

  /** Moves on to the next moment somebody waits for, at most `most` milliseconds, and wakes them. */
  move(most: number): void {
    const next = Math.min(this.#at + most, ...this.#sleepers.map(({ until }) => until));
    this.#at = next;
    const awake = this.#sleepers.filter(({ until }) => until <= next);
    this.#sleepers = this.#sleepers.filter(({ until }) => until > next);
    for (const { wake } of awake) wake();
  }
}
