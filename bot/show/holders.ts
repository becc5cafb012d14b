import { holdersOf } from "../domain/holders.ts";
import type { Notice } from "../domain/notice.ts";
import type { Role } from "../domain/official.ts";
import type { Register } from "../domain/register.ts";
import type { Shown } from "../domain/shown.ts";
import { byName, known, type Showing } from "./showing.ts";

export function showHolders({ register, day }: Showing, notice: Notice & { about: "holders" }): Shown {
  const { kern, vakteam, portefeuille } = notice;
  const holders = holdersOf(register, notice, day).map((holder) => ({
    name: known(register.officials.get(holder.official), notice).name,
    role: holder.role,
    scopes: byName(holder.held.flatMap((role) => scopeOf(register, role))).map(({ name }) => name),
    awayUntil: holder.awayUntil,
    deputy: holder.deputy === undefined ? undefined : register.officials.get(holder.deputy),
  }));
  return {
    about: "holders",
    roles: notice.roles,
    holders: byName(holders),
    scope: [
      kern && register.kernen.get(kern),
      vakteam && register.vakteams.get(vakteam),
      portefeuille && register.portefeuilles.get(portefeuille),
    ].find((one) => typeof one === "object")?.name,
  };
}

function scopeOf(register: Register, role: Role): readonly { readonly name: string }[] {
  const scope =
    register.kernen.get(role.kern ?? "") ??
    register.vakteams.get(role.vakteam ?? "") ??
    register.portefeuilles.get(role.portefeuille ?? "");
  return scope ? [scope] : [];
}
