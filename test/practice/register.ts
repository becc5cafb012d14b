import type { Official, Role } from "../../bot/domain/official.ts";
import type { Register } from "../../bot/domain/register.ts";

const officials: readonly Official[] = [
  { id: "mieke", name: "Mieke Denkbeeld", entraId: "00000000-0000-4000-8000-000000000001", active: true },
  { id: "wout", name: "Wout Sjabloon", entraId: "00000000-0000-4000-8000-000000000002", active: true },
  { id: "anna", name: "Anna Fictema", entraId: "00000000-0000-4000-8000-000000000003", active: true },
  { id: "lotte", name: "Lotte Vulling", active: true },
  { id: "vertrokken", name: "Piet Voorbij", active: false },
];

const roles: readonly Role[] = [
  { id: "r1", official: "mieke", role: "gebiedsregisseur", kern: "veen" },
  { id: "r2", official: "mieke", role: "gebiedsregisseur", kern: "andel" },
  { id: "r3", official: "wout", role: "aanspreekpunt", vakteam: "bor" },
  { id: "r4", official: "anna", role: "portefeuillehouder", portefeuille: "verkeer" },
  { id: "r5", official: "anna", role: "aanspreekpunt", vakteam: "bor", to: "2025-12-31" },
  { id: "r6", official: "vertrokken", role: "aanspreekpunt", vakteam: "bor" },
];

/** A few officials, two kernen and two teams: enough for a practice room. */
export const practiceRegister: Register = {
  kernen: byId([
    { id: "veen", name: "Veen", aliases: [] },
    { id: "andel", name: "Andel", aliases: [] },
  ]),
  topics: new Map(),
  channels: new Map(),
  portefeuilles: byId([{ id: "verkeer", name: "Verkeer" }]),
  vakteams: byId([
    { id: "bor", name: "Beheer Openbare Ruimte", aliases: ["BOR"] },
    { id: "leeg", name: "Team zonder mensen", aliases: [] },
  ]),
  officials: byId(officials),
  roles: byId(roles),
  absences: new Map(),
  ownership: new Map(),
};

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
