import type { RoleName } from "../official.ts";
import { phraseBook } from "./phrase.ts";
import type { Word } from "./sentence.ts";

// The notation is explained in `phrase.ts`.
const BOOK = phraseBook<RoleName>({
  gebiedsregisseur: `
    gebiedsregisseur/gebiedsregisseurs/regisseur/regisseurs/gebiedscoordinator/wijkmanager/dorpscoordinator
    gebieds regisseur`,
  kernwethouder: "kernwethouder/kernwethouders/gebiedswethouder/dorpswethouder/wethouder/wethouders",
  kernbestuurder: "kernbestuurder/kernbestuurders",
  portefeuillehouder: "portefeuillehouder/portefeuillehouders/vakwethouder/wethouder/wethouders",
  vakambtenaar: "vakambtenaar/vakambtenaren",
  aanspreekpunt: "aanspreekpunt/aanspreekpunten",
  teamleider: "teamleider/teamleiders/teammanager/teamhoofd/afdelingshoofd",
  programmamanager: "programmamanager/programmaleider",
  directie: "directeur/directie/gemeentesecretaris",
  bestuurssecretariaat: "bestuurssecretariaat/bestuurssecretaresse/bestuurssecretaris",
  "functioneel beheer": `
    functioneel beheer/beheerder
    functioneelbeheer`,
});

/** The roles a sentence names, with the positions of the words that do. */
export function findRoles(words: readonly Word[]): ReadonlyMap<RoleName, ReadonlySet<number>> {
  return BOOK.find(words);
}
