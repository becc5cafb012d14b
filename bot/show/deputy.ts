import { capacitiesOf } from "../domain/contact.ts";
import type { Notice } from "../domain/notice.ts";
import type { Shown } from "../domain/shown.ts";
import { known, type Showing } from "./showing.ts";

export function showDeputy({ register, day }: Showing, notice: Notice & { about: "deputy" }): Shown {
  const official = known(register.officials.get(notice.official), notice);
  const standIns = capacitiesOf(register, official.id, day).map(({ role, deputy }) => ({
    role,
    deputy: deputy === undefined ? undefined : register.officials.get(deputy),
  }));
  return { about: "deputy", official, standIns };
}
