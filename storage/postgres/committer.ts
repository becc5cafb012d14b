import type { Pool } from "pg";
import { commitStatement, heldBy, type NamedCommit } from "./commitStatement.ts";
import { withConnection } from "./connect.ts";
import type { Shape } from "./shape.ts";
import { isUnavailable } from "./trouble.ts";

/** What became of a commit that nothing stood in the way of. */
export type Stored = "committed" | "replayed";

interface Waiting {
  readonly named: NamedCommit;
  readonly settle: (stored: Stored) => void;
  readonly fail: (error: unknown) => void;
}

/** Calls under way at once; what comes in meanwhile shares the next one. */
const CALLS_AT_ONCE = 2;
const MOST_PER_CALL = 64;

/** Stores commits, those that come in together in one round trip and one flush. */
export class Committer {
  readonly #pool: Pool;
  readonly #shape: Shape;
  #waiting: Waiting[] = [];
  #calls = 0;

  constructor(pool: Pool, shape: Shape) {
    this.#pool = pool;
    this.#shape = shape;
  }

  /** Rejects with what the database refused, or could not answer. */
  store(named: NamedCommit): Promise<Stored> {
    return new Promise((settle, fail) => {
      this.#waiting.push({ named, settle, fail });
      this.#call();
    });
  }

  #call(): void {
    if (this.#calls >= CALLS_AT_ONCE || this.#waiting.length === 0) return;
    const together = this.#next();
    this.#calls += 1;
    void this.#storeAll(together).finally(() => {
      this.#calls -= 1;
      this.#call();
    });
  }

  /**
   * The next to go together: those that wait longest. Two that hold the same row or key come after each other, as the
   * database has them then in the order in which they were asked; one that draws on pots goes by itself.
   */
  #next(): readonly Waiting[] {
    const held = new Set<string>();
    const together: Waiting[] = [];
    let full = false;
    this.#waiting = this.#waiting.filter((one) => {
      if (full) return true;
      const names = heldBy(one.named);
      const draws = (one.named.commit.moves ?? []).length > 0;
      const waits = names.some((name) => held.has(name)) || (draws && together.length > 0);
      for (const name of names) held.add(name);
      if (waits) return true;
      together.push(one);
      full = draws || together.length === MOST_PER_CALL;
      return false;
    });
    // In one order in every instance, so that two that bring the same commands do not wait in a circle.
    return together.sort((a, b) => (a.named.key < b.named.key ? -1 : 1));
  }

  async #storeAll(together: readonly Waiting[]): Promise<void> {
    try {
      const seqs = await this.#ask(together.map(({ named }) => named));
      for (const [at, { settle }] of together.entries()) settle(seqs[at] === null ? "replayed" : "committed");
    } catch (error) {
      if (together.length > 1 && !isUnavailable(error)) {
        // One of them has an outdated row or is a mistake, and nothing was stored: now each goes by itself.
        for (const one of together) await this.#storeAll([one]);
      } else {
        for (const { fail } of together) fail(error);
      }
    }
  }

  /** One call; all of it is stored when it resolves, or nothing. The journal's number of each, null for a repeat. */
  #ask(commits: readonly NamedCommit[]): Promise<readonly (string | null)[]> {
    const statement = commitStatement(commits, this.#shape);
    return withConnection(this.#pool, async (client) => {
      const { rows } = await client.query<{ seqs: readonly (string | null)[] }>(statement);
      const [answer] = rows;
      if (answer?.seqs.length !== commits.length)
        throw new TypeError("the database answered for other commits");
      return answer.seqs;
    });
  }
}
