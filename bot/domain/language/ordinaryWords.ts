/** What else a kern's name may be in a sentence. */
export type OtherMeaning = "firstName" | "surname" | "city";

/**
 * Names of kernen that people or other places have too, folded. Names that are nouns ("veen", "meeuwen") need no
 * entry: the word list knows those.
 */
export const OTHER_MEANINGS: ReadonlyMap<string, OtherMeaning> = new Map([
  ["hank", "firstName"],
  ["giessen", "surname"],
  ["rijswijk", "city"],
]);

function words(table: string): ReadonlySet<string> {
  return new Set(table.trim().split(/\s+/));
}

/** After these comes the name of a place. */
export const PLACE_PREPOSITIONS = words(
  "in te uit vanuit nabij rondom omgeving richting kern dorp buurtschap",
);

/** After these comes where something is: "boom bij de school". */
export const WHERE_WORDS = words(
  "bij boven naast achter tegenover langs nabij vlakbij rondom onder naar in op",
);

/** After these comes a noun: "de wijk", "elk veen". */
export const DETERMINERS = words(`
  de het een t n deze die dit dat onze ons mijn hun haar jullie uw elk elke ieder iedere welke welk alle veel geen
  sommige twee drie hele nieuwe schone veilige groene prettige eigen andere zoveel
`);

/** After these follows what a complaint is about: "last van meeuwen". */
export const COMPLAINT_PREPOSITIONS = words("van door tegen over overlast last");

/** Right after a first name these make it somebody: "hank heeft gebeld". */
export const PERSON_VERBS = words(`
  heeft had belt belde zegt zei vraagt vroeg wil wilde kan kon komt kwam gaat ging moet moest mailt mailde appt appte
  stuurt stuurde doet deed weet vindt is was wordt meldt meldde klaagt klaagde neemt nam zit werkt
`);

/** After these a first name may be somebody: "gebeld met hank". */
export const PERSON_PREPOSITIONS = words(
  "van aan met door volgens namens vraag bel mail naar vervangt vervangen vervanger collega",
);

/** After these comes somebody's name: "mevrouw van andel". */
export const TITLES = words("mevrouw mevr mw mvr meneer mijnheer dhr heer hr familie fam");

/** Stand within a surname: "van der giessen". */
export const NAME_PARTICLES = words("van de der den ter ten");

/** Near these a name is that of another place: "rijswijk zuid-holland". */
export const CITY_WORDS = words("zh zuid holland haag gelderland");
