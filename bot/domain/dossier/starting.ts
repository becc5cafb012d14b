import { dayOf } from "../calendar.ts";
import type { Change } from "../commit.ts";
import { capacitiesOf } from "../contact.ts";
import type { KernId } from "../kern.ts";
import type { RoleName } from "../official.ts";
import type { TopicId } from "../topic.ts";
import type { Dossier, KernShare, Place, Status } from "./dossier.ts";
import { numberOf } from "./number.ts";
import type { WorkAct } from "./work.ts";

/** What is known when something is recorded. */
export interface Beginning {
  readonly sort: Dossier["sort"];
  readonly title: string;
  readonly topic?: TopicId | undefined;
  readonly kern?: KernId | undefined;
  readonly promised?: KernShare["promised"];
  readonly asked?: Dossier["asked"];
  readonly weight?: Dossier["weight"];
  readonly done?: string | undefined;
  readonly due?: string | undefined;
  readonly reference?: string | undefined;
  readonly draft?: Dossier["draft"];
  readonly places: readonly Place[];
  readonly status?: Extract<Status, "registered" | "triage"> | undefined;
}

/** A new dossier with the next number of the year. Whoever records it owns it and keeps contact until it is taken. */
export function begin(
  { official, register, at, work, newId }: WorkAct,
  beginning: Beginning,
): { readonly dossier: Dossier; readonly change: Change } {
  const year = dayOf(at).slice(0, 4);
  const last = work.numbering?.row.last ?? 0;
  const role = usualRole(capacitiesOf(register, official.id, dayOf(at)));
  const { kern, promised, status = "registered", weight, asked, done, ...rest } = beginning;
  const dossier: Dossier = {
    ...rest,
    id: newId(),
    number: numberOf(year, last + 1),
    shares: [{ kern, contact: official.id, promised, since: at }],
    status,
    owner: { official: official.id, capacity: role.role, vakteam: role.vakteam },
    weight: weight ?? (beginning.sort === "question" ? "small" : "middle"),
    asked: asked ?? "answer",
    done: done ?? "",
    driehoek: "",
    registeredBy: official.id,
    registeredAt: at,
    hops: 0,
    consults: [],
    contributions: [],
    refusedBy: [],
    history: [{ at, who: official.id, capacity: role.role, act: "register", status, why: "" }],
  };
  const row = { id: year, last: last + 1 };
  const expect = work.numbering?.version ?? 0;
  return { dossier, change: { collection: "numbering", id: year, expect, row } };
}

/** The capacity somebody normally works in: a regisseur as such, others for their team. */
function usualRole(roles: readonly { readonly role: RoleName; readonly vakteam?: string | undefined }[]): {
  readonly role: RoleName;
  readonly vakteam?: string | undefined;
} {
  const found =
    roles.find(({ role }) => role === "gebiedsregisseur") ??
    roles.find(({ vakteam }) => vakteam !== undefined) ??
    roles[0];
  return { role: found?.role ?? "vakambtenaar", vakteam: found?.vakteam };
}
