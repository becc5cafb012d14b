import type { Dossier } from "../domain/dossier/dossier.ts";
import type { DossierNames } from "../domain/dossier/shownDossier.ts";
import type { Register } from "../domain/register.ts";

/** Names of everything a dossier refers to. */
export function namesFor(register: Register, dossier: Dossier): DossierNames {
  const { owner, handoff, shares, history, consults, contributions, answer, registeredBy } = dossier;
  const people = [
    owner.official,
    registeredBy,
    handoff?.from,
    handoff?.regisseur,
    handoff?.named,
    answer?.by,
    ...(handoff?.candidates.map(({ official }) => official) ?? []),
    ...shares.map(({ contact }) => contact),
    ...history.map(({ who }) => who),
    ...consults.flatMap(({ of, by }) => [of, by]),
    ...contributions.flatMap(({ askedBy, answer: given }) => [askedBy, given?.by]),
  ];
  const teams = [
    owner.vakteam,
    handoff?.vakteam,
    ...contributions.map(({ vakteam }) => vakteam),
    ...dossier.refusedBy,
    dossier.draft?.vakteam,
  ];
  return {
    people: named(register.officials, people),
    kernen: named(
      register.kernen,
      shares.map(({ kern }) => kern),
    ),
    vakteams: named(register.vakteams, teams),
    topic: register.topics.get(dossier.topic ?? "")?.name,
  };
}

function named(
  rows: ReadonlyMap<string, { readonly name: string }>,
  ids: readonly (string | undefined)[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(ids.flatMap((id) => (id === undefined ? [] : [[id, rows.get(id)?.name ?? id]])));
}
