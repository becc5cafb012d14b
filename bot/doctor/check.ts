/** "note": it works, and somebody should look at it. "wrong": it does not work. */
export type Verdict = "ok" | "note" | "wrong";

/** One thing that was looked at. What is a note or wrong says what to do. */
export interface Check {
  readonly name: string;
  readonly verdict: Verdict;
  readonly says: string;
}

/** Shorter to write where one thing is looked at: `{ verdict, says }` with its name. */
export const ok = (name: string, says: string): Check => ({ name, verdict: "ok", says });
export const note = (name: string, says: string): Check => ({ name, verdict: "note", says });
export const wrong = (name: string, says: string): Check => ({ name, verdict: "wrong", says });
