import pino from "pino";

/** The part of the log that is used: one JSON line per event, never with names or texts of people. */
export type Log = Pick<pino.Logger, "info" | "warn" | "error">;

/** A log to standard output; `silent` in tests that look at behaviour only. */
export function makeLog(level: "info" | "warn" | "error" | "silent"): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { error: errorWithoutData },
  });
}

/** Errors of the SDK and of HTTP clients carry whole requests; only what a developer needs is kept. */
function errorWithoutData(error: unknown): unknown {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  return { name: error.name, message: error.message, code, statusCode, stack: error.stack };
}
