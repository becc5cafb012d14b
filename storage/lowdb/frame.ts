import { hash } from "node:crypto";
import { crc32 } from "node:zlib";
import type { JournalEntry, OutboxMessage, SendOutcome } from "../store.ts";

/** A place in the journal: the last frame's number (lsn) and its SHA-256, which the next frame carries. */
export interface Position {
  readonly lsn: number;
  readonly chain: string;
}

/** `[collection, id, version after, row after, row before]`; a removal has version 0 and row null. */
export type WrittenRow = readonly [string, string, number, unknown, unknown];

/** A message that waits, was tried, or was given up on. */
export interface QueuedMessage {
  readonly message: OutboxMessage;
  /** Lsn and place in its commit: messages of one conversation leave in this order. */
  readonly queued: readonly [lsn: number, place: number];
  readonly attempts: number;
  /** When the last try ended, and the earliest moment of the next. */
  readonly triedAt?: string | undefined;
  readonly notBefore?: string | undefined;
  /** Sent once, and may have arrived. */
  readonly unknown?: true | undefined;
  /** Why it was given up. */
  readonly dead?: string | undefined;
}

interface Numbered {
  /** This frame's lsn: 1, 2, 3 … without gaps over all segments. */
  readonly l: number;
  /** Highest lsn known to be on disk when this frame was made. */
  readonly d: number;
  /** SHA-256 of the previous frame, base64url. */
  readonly p: string;
}

/** First frame of a segment: epoch counts the openings of the store, s is the schema of what follows. */
export type BeginFrame = Numbered & {
  readonly t: "begin";
  readonly store: string;
  readonly e: number;
  readonly s: number;
};
/** Last frame of a segment that was closed in order. */
export type EndFrame = Numbered & { readonly t: "end" };
export type CommitFrame = Numbered & {
  readonly t: "commit";
  readonly j: JournalEntry;
  readonly w: readonly WrittenRow[];
  readonly o: readonly OutboxMessage[];
  readonly k?: string;
  readonly r?: unknown;
};
/** How a send ended, with what is left of the message: null when it is done. */
export type SettleFrame = Numbered & {
  readonly t: "settle";
  readonly id: string;
  readonly at: string;
  readonly outcome: SendOutcome;
  readonly after: QueuedMessage | null;
  /** Where its card stands since, when that was new. */
  readonly w?: readonly WrittenRow[];
};
export type Frame = BeginFrame | EndFrame | CommitFrame | SettleFrame;

const SPACE = 0x20;
const DIGITS = "0123456789abcdef";
/** Bytes before the JSON: eight hexadecimal digits and a space. */
const LEAD = 9;

/** One line `crc32 SP json LF` as bytes, with the hash its successor carries. */
export function encodeLine(json: string): { readonly bytes: Buffer; readonly hash: string } {
  const bytes = Buffer.from(`00000000 ${json}\n`);
  const body = bytes.subarray(LEAD, bytes.length - 1);
  let crc = crc32(body);
  for (let at = 7; at >= 0; at--) {
    bytes[at] = DIGITS.charCodeAt(crc & 15);
    crc >>>= 4;
  }
  return { bytes, hash: hashOf(body) };
}

/** The JSON text of a line without its LF, or undefined when the checksum does not fit. */
export function checkedBody(line: Buffer): Buffer | undefined {
  if (line.length <= LEAD || line[8] !== SPACE) return undefined;
  const body = line.subarray(LEAD);
  const crc = crc32(body).toString(16).padStart(8, "0");
  return line.toString("latin1", 0, 8) === crc ? body : undefined;
}

/** A frame as read back, with its own hash; undefined when the line is not an intact frame. */
export function decodeLine<F = Frame>(
  line: Buffer,
): { readonly frame: F; readonly hash: string } | undefined {
  const body = checkedBody(line);
  if (body === undefined) return undefined;
  // The checksum fits, so these are the bytes this product wrote.
  return { frame: JSON.parse(body.toString()) as F, hash: hashOf(body) };
}

function hashOf(body: Buffer): string {
  return hash("sha256", body, "base64url");
}
