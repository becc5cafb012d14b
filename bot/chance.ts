import { randomFillSync } from "node:crypto";

const POOL = 4096;
const SIZE = 16;
const pool = Buffer.alloc(POOL);
let used = POOL;

/** An unguessable id: 128 random bits, base64url. Drawn from a pool, because one draw per id costs a system call. */
export function newId(): string {
  if (used + SIZE > POOL) {
    randomFillSync(pool);
    used = 0;
  }
  used += SIZE;
  return pool.toString("base64url", used - SIZE, used);
}
