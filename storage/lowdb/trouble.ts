const SENTENCES: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EROFS: "the disk is read-only",
  EIO: "the disk reports an error",
  EACCES: "the data folder may not be written to",
};

/** An error of the disk in words for the person who runs the product. */
export function sentenceOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const code = codeOf(cause);
  const sentence = SENTENCES[code];
  return sentence === undefined ? cause.message : `${sentence} (${code})`;
}

/** Whether the disk had no room. */
export function isFull(cause: unknown): boolean {
  return cause instanceof Error && codeOf(cause) === "ENOSPC";
}

function codeOf(error: Error): string {
  return "code" in error && typeof error.code === "string" ? error.code : "";
}
