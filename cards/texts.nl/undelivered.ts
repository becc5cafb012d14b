import type { Unreachable } from "../../bot/domain/conversation.ts";

export const undelivered = {
  title: "Niet bezorgd",
  summary: (messages: number) =>
    messages === 1
      ? "1 bericht kon niet worden bezorgd."
      : `${messages} berichten konden niet worden bezorgd.`,
  people: "Deze collega's zijn niet bereikbaar. Wie een vraag had openstaan, is waar het kon vervangen:",
  since: (why: string, day: string) => `${why} sinds ${day}`,
  why: {
    blocked: "heeft Kernwijzer geblokkeerd of verwijderd",
    uninstalled: "heeft Kernwijzer niet meer",
    gone: "heeft geen gesprek meer met Kernwijzer",
  } satisfies Record<Unreachable["why"], string>,
  more: (count: number) => `En nog ${count} anderen.`,
  next: "De hele lijst staat in: kernwijzer outbox. Wie weer iets typt, is weer bereikbaar.",
} as const;
