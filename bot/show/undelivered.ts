import { dayOf } from "../domain/calendar.ts";
import type { Shown } from "../domain/shown.ts";
import { byName, type Showing } from "./showing.ts";

export async function showUndelivered({ store, register }: Showing): Promise<Shown> {
  const officials = new Map([...register.officials.values()].map((one) => [one.entraId, one.name]));
  const people = (await store.all("conversation")).flatMap(({ row: { entraId, unreachable } }) => {
    const name = officials.get(entraId);
    return entraId === undefined || !unreachable || name === undefined
      ? []
      : [{ name, since: dayOf(unreachable.since), why: unreachable.why }];
  });
  return { about: "undelivered", messages: (await store.deadMessages()).length, people: byName(people) };
}
