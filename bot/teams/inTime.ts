import type { Log } from "../log.ts";

/** Teams shows its own error after some ten seconds; before that the person gets a calm answer. In milliseconds. */
const DEADLINE_MS = 4_000;

/**
 * The result of some work, or what to say instead when it takes too long or breaks. Work that is late goes on: what it
 * commits holds, and the cards that change because of it are updated through the outbox.
 */
export async function inTime<Result>(
  { log }: { readonly log: Log },
  correlation: string,
  work: () => Promise<Result>,
  instead: { readonly late: () => Result; readonly failed: () => Result },
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Result>((resolve) => {
    timer = setTimeout(() => {
      log.warn({ correlation }, "an answer took too long");
      resolve(instead.late());
    }, DEADLINE_MS);
  });
  // Failing late is told in the log too, though somebody else has answered by then.
  const done = work().catch((error: unknown) => {
    log.error({ error, correlation }, "an act failed");
    return instead.failed();
  });
  return Promise.race([done, late]).finally(() => clearTimeout(timer));
}
