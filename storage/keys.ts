/** What ids and idempotency keys may look like: 1 to 512 printable ASCII characters, no space at either end. */
const SAFE = /^[!-~](?:[ -~]{0,510}[!-~])?$/;

/**
 * Whether this text may name a row, a message or an idempotency key, in every engine alike.
 * ASCII only, so that "ordered by id" means the same in JavaScript and in SQL; no control characters, because
 * the embedded engine's snapshot separates its fields with tabs.
 */
export function isSafeKey(key: string): boolean {
  return SAFE.test(key) && key !== "__proto__";
}

/** Throws when this names nothing that could be kept. */
export function checkKey(key: string, what: string): void {
  if (!isSafeKey(key)) throw new TypeError(`${what}: not a usable key: ${JSON.stringify(key.slice(0, 80))}`);
}
