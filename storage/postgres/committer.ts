import type { Pool, PoolClient } from "pg";
import { commitStatement, type NamedCommit } from "./commitStatement.ts";
import { isAway, isConflict } from "./connect.ts";

/** What became of a commit in the database. */
export type Stored = "committed" | "replayed" | "conflict";

interface Waiting {
  readonly commit: NamedCommit;
  readonly settle: (stored: Stored) => void;
  readonly fail: (error: unknown) => void;
}

/** Calls under way at once; what comes in meanwhile shares the next one. */
const CALLS_AT_ONCE = 2;
const MOST_PER_CALL = 64;

/** Stores commits, those that come in together in one round trip and one flush. */
export class Committer {
  readonly #pool: Pool;
  readonly #schema: number;
  #waiting: Waiting[] = [];
  #calls = 0;

  constructor(pool: Pool, schema: number) {
    this.#pool = pool;
    this.#schema = schema;
  }

  store(commit: NamedCommit): Promise<Stored> {
    return new Promise((settle, fail) => {
      this.#waiting.push({ commit, settle, fail });
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

  /** The next to go together: those that have waited longest, and of one command only the first delivery. */
  #next(): readonly Waiting[] {
    const keys = new Set<string>();
    const together: Waiting[] = [];
    this.#waiting = this.#waiting.filter((one) => {
      if (together.length === MOST_PER_CALL || keys.has(one.commit.key)) return true;
      keys.add(one.commit.key);
      together.push(one);
      return false;
    });
    // In one order in every instance, so that two that bring the same commands do not wait in a circle.
    return together.sort((a, b) => (a.commit.key < b.commit.key ? -1 : 1));
  }

  async #storeAll(together: readonly Waiting[]): Promise<void> {
    try {
      const commits = together.map(({ commit }) => commit);
      const outcomes = await storeCommits(this.#pool, commits, this.#schema);
      together.forEach(({ settle }, at) => settle(outcomes[at] ?? "replayed"));
    } catch (error) {
      if (together.length > 1 && !isAway(error)) {
        // One of them has an outdated row or is a mistake, and nothing was stored: now each goes by itself.
        for (const one of together) await this.#storeAll([one]);
      } else {
        for (const { settle, fail } of together)
          if (isConflict(error)) settle("conflict");
          else fail(error);
      }
    }
  }
}

/** One call; all of it is stored when it resolves, or nothing. */
export async function storeCommits(
  connection: Pool | PoolClient,
  commits: readonly NamedCommit[],
  schema: number,
): Promise<readonly Stored[]> {
  const { rows } = await connection.query<{ seqs: readonly (string | null)[] }>(
    commitStatement(commits, schema),
  );
  return (rows[0]?.seqs ?? []).map((seq) => (seq === null ? "replayed" : "committed"));
}
