import type { Absence, Official, Role, RoleName } from "../bot/domain/official.ts";
import type { OwnershipRule } from "../bot/domain/ownership.ts";
import type { Register } from "../bot/domain/register.ts";
import type { Topic } from "../bot/domain/topic.ts";

/** What a test changes about the small municipality. */
export interface Changes {
  readonly rules?: readonly Partial<OwnershipRule>[];
  readonly absences?: readonly Partial<Absence>[];
  readonly topics?: readonly Partial<Topic>[];
  readonly gone?: readonly string[];
}

/** A municipality small enough to hold in one's head: two kernen, three teams, a handful of people. */
export function smallRegister(changes: Changes = {}): Register {
  const rules = (changes.rules ?? [{ id: "r1", topic: "honden", vakteam: "bor", person: "wout" }]).map(
    (rule, at): OwnershipRule => ({
      id: `r${at + 1}`,
      topic: "honden",
      vakteam: "bor",
      source: "test",
      ...rule,
    }),
  );
  const absences = (changes.absences ?? []).map((absence, at): Absence => ({
    id: `a${at}`,
    official: "wout",
    from: "2026-04-01",
    to: "2026-04-28",
    ...absence,
  }));
  const topics = [
    topic("dieren", "Dieren"),
    topic("honden", "Hondenlosloopgebieden", { parent: "dieren" }),
    topic("riool", "Riolering"),
    topic("aow", "AOW", { elsewhere: "SVB", taakveld: "", portefeuille: undefined }),
    ...(changes.topics ?? []).map((more) => topic(more.id ?? "", more.name ?? "", more)),
  ];
  const officials = ["wout", "esra", "wim", "noor", "sam", "mieke", "anna", "lies", "fedor"].map(
    (id): Official => ({ id, name: nameOf(id), entraId: `entra-${id}`, active: !changes.gone?.includes(id) }),
  );
  return {
    kernen: byId([
      { id: "veen", name: "Veen", aliases: [] },
      { id: "hank", name: "Hank", aliases: [] },
    ]),
    topics: byId(topics),
    channels: byId([{ id: "meldpunt", name: "Meldpunt", how: "Bel het meldpunt." }]),
    portefeuilles: byId([{ id: "ruimte", name: "Openbare ruimte" }]),
    vakteams: byId([
      { id: "bor", name: "Beheer", aliases: ["BOR"] },
      { id: "swa", name: "Sport", aliases: [] },
      { id: "leeg", name: "Zonder mensen", aliases: [] },
    ]),
    officials: byId(officials),
    roles: byId([
      role("esra", "aanspreekpunt", { vakteam: "bor", deputy: "wout" }),
      role("wim", "teamleider", { vakteam: "bor" }),
      role("noor", "teamleider", { vakteam: "swa" }),
      role("sam", "aanspreekpunt", { vakteam: "swa" }),
      role("mieke", "gebiedsregisseur", { kern: "veen" }),
      role("anna", "portefeuillehouder", { portefeuille: "ruimte" }),
      role("lies", "kernwethouder", { kern: "veen" }),
      role("fedor", "functioneel beheer", {}),
    ]),
    absences: byId(absences),
    ownership: byId(rules),
  };
}

function topic(id: string, name: string, more: Partial<Topic> = {}): Topic {
  const base = {
    id,
    name,
    synonyms: [],
    description: "",
    taakveld: "5.7",
    statutory: false,
    portefeuille: "ruimte",
  };
  return { ...base, ...more };
}

function role(official: string, name: RoleName, more: Partial<Role>): Role {
  return { id: `${official}-${name}`, official, role: name, ...more };
}

function nameOf(id: string): string {
  return `${id[0]?.toUpperCase() ?? ""}${id.slice(1)}`;
}

function byId<T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}
