import pino from "pino";
import { redact } from "./redact.ts";

/** The part of the log that is used: one JSON line per event, never with names or texts of people. */
export type Log = Pick<pino.Logger, "info" | "warn" | "error">;

export interface LogOptions {
  /** What is known to be secret, and is taken out wherever it stands. */
  readonly secrets?: readonly string[];
  /** Where lines go; standard output unless a test reads them. */
  readonly to?: pino.DestinationStream;
}

/** A log to standard output; `silent` in tests that look at behaviour only. */
export function makeLog(
  level: "info" | "warn" | "error" | "silent",
  { secrets = [], to }: LogOptions = {},
): Log {
  const safe = (text: string) => redact(text, secrets);
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { error: (error: unknown) => errorWithoutData(error, safe) },
    formatters: {
      log: (fields) =>
        Object.fromEntries(
          Object.entries(fields).map(([name, value]) => [
            name,
            typeof value === "string" ? safe(value) : value,
          ]),
        ),
    },
  };
  return to ? pino(options, to) : pino(options);
}

/** Errors of the SDK and of HTTP clients carry whole requests; only what a developer needs is kept. */
function errorWithoutData(error: unknown, safe: (text: string) => string): unknown {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  return {
    name: safe(error.name),
    message: safe(error.message),
    code: typeof code === "string" ? safe(code) : code,
    statusCode,
    // Where, not what: its first lines are the message again.
    stack: error.stack
      ?.match(/^\s+at .*$/gm)
      ?.map(safe)
      .join("\n"),
  };
}
