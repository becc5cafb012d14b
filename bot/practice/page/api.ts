import type { PracticeEvent, PracticeState, PressedAction, PressOutcome, SearchOutcome } from "../view.ts";

/** A person in a chat: where something is done. */
export interface Place {
  readonly person: string;
  readonly chat: string;
}

export async function loadState(): Promise<PracticeState> {
  const response = await fetch("/practice/state");
  if (!response.ok) throw new Error(`GET /practice/state: HTTP ${String(response.status)}`);
  return (await response.json()) as PracticeState;
}

/** Tells every change in the room. The browser reconnects by itself; `up` tells when the line is there or gone. */
export function listen(changed: (event: PracticeEvent) => void, up: (connected: boolean) => void): void {
  const source = new EventSource("/practice/events");
  source.addEventListener("open", () => up(true));
  source.addEventListener("error", () => up(false));
  source.addEventListener("message", ({ data }: MessageEvent<string>) =>
    changed(JSON.parse(data) as PracticeEvent),
  );
}

export async function say(place: Place, text: string, thread?: string): Promise<boolean> {
  return (await post("say", { ...place, text, ...(thread === undefined ? {} : { thread }) })) !== undefined;
}

export async function open(place: Place): Promise<void> {
  await post("open", place);
}

/** Moves the practice time on for everybody. The room tells the new time itself. */
export async function moveTime(to: string): Promise<void> {
  await post("time", { to });
}

export async function press(place: Place, message: string, action: PressedAction): Promise<PressOutcome> {
  const outcome = await post("press", { ...place, message, action });
  return (outcome as PressOutcome | undefined) ?? { kind: "failed", why: "noAnswer" };
}

export async function search(
  place: Place,
  message: string,
  text: string,
  dataset: string,
): Promise<SearchOutcome> {
  const outcome = await post("search", { ...place, message, text, dataset });
  return (outcome as SearchOutcome | undefined) ?? { kind: "failed", why: "noAnswer" };
}

/** The answer's JSON; undefined when the back end refused or could not be reached. */
async function post(path: string, body: object): Promise<unknown> {
  try {
    const response = await fetch(`/practice/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return response.ok ? await response.json() : undefined;
  } catch {
    // The back end is away. Whoever called tells the person; the browser's own console tells the rest.
    return undefined;
  }
}
