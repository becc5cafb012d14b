export const notKnown = {
  title: "Dat weet ik niet",
  summary: "Dat weet ik niet.",
  explain: "Ik vind geen onderwerp dat hierbij past.",
  topic: "Of kies zelf het onderwerp",
  topicRequired: "Kies een onderwerp.",
  again: "Probeer het met andere woorden, bijvoorbeeld: *wie gaat over speelplekken in Genderen*.",
  next: (name?: string) =>
    name === undefined
      ? "Kom je er niet uit? Vraag het aan functioneel beheer."
      : `Kom je er niet uit? Vraag het aan ${name} (functioneel beheer).`,
} as const;

export const askKern = {
  title: "Welke kern bedoel je?",
  one: (kern: string) => `Bedoel je ${kern}, of een andere kern?`,
  more: "Over welke kern gaat het?",
  type: "Je mag de naam ook typen.",
  input: "Kern",
  whole: "Geen kern: de hele gemeente",
  required: "Kies een kern.",
  gone: "Deze vraag is niet meer nodig. Je hebt daarna iets anders gevraagd.",
} as const;
