import type { RoleName } from "../../bot/domain/official.ts";

export const deputy = {
  title: (name: string) => `Vervanging van ${name}`,
  summary: (name: string, deputy?: string) =>
    deputy === undefined
      ? `Voor ${name} staat geen vervanger in de lijst.`
      : `${name} wordt vervangen door ${deputy}.`,
  none: "geen vervanger bekend",
  noRoles: "Ik vind geen rol van deze collega in de lijst.",
} as const;

export const holders = {
  title: (role: string, scope?: string) => {
    const capital = role.charAt(0).toUpperCase() + role.slice(1);
    return scope === undefined ? capital : `${capital} – ${scope}`;
  },
  summary: (role: string, scope: string | undefined, names: readonly string[]) =>
    `${role}${scope === undefined ? "" : ` voor ${scope}`}: ${names.join(", ")}.`,
  scopes: (scopes: readonly string[], count: number) =>
    count === 0
      ? "hele gemeente"
      : `${scopes.join(", ")}${count > scopes.length ? ` en nog ${count - scopes.length}` : ""}`,
  away: (day: string) => `afwezig t/m ${day}`,
  deputy: (name: string) => `vervanger: ${name}`,
  nobody: "Dat weet ik niet. Voor deze rol staat hier niemand in de lijst.",
  more: (count: number) => `En nog ${count} anderen.`,
} as const;

export const help = {
  title: "Dit kun je mij vragen",
  intro: "Typ je vraag zoals je hem aan een collega stelt. Bijvoorbeeld:",
  welcomeTitle: "Hallo, ik ben Kernwijzer",
  welcome: "Ik weet wie in de gemeente waarover gaat, per kern.",
  mention: "In een groep of kanaal lees ik alleen berichten waarin je mij noemt met @Kernwijzer.",
  contact: "Klopt een antwoord niet? Tik dan op *Klopt niet*. Een mens beslist over de wijziging.",
  examples: {
    gebiedsregisseur: [
      "wie gaat over speelplekken in Genderen",
      "wie is vervanger van Daan",
      "te hard rijden Dorpsweg Sleeuwijk",
    ],
    wethouder: [
      "wie gaat over verkeer in Hank",
      "wie gaat over het dorpshuis in Dussen",
      "wie is gebiedsregisseur in Veen",
    ],
    vakambtenaar: [
      "wie is gebiedsregisseur in Nieuwendijk",
      "wie gaat over evenementenvergunning",
      "wie is vervanger van Daan",
    ],
    everyone: [
      "wie gaat over hondenlosloopgebied in Veen",
      "stoeptegel los in Nieuwendijk",
      "wie gaat over subsidies",
    ],
  },
} as const;

export const roles = {
  gebiedsregisseur: "gebiedsregisseur",
  kernwethouder: "kernwethouder",
  kernbestuurder: "kernbestuurder",
  portefeuillehouder: "portefeuillehouder",
  vakambtenaar: "vakambtenaar",
  aanspreekpunt: "aanspreekpunt",
  teamleider: "teamleider",
  programmamanager: "programmamanager",
  directie: "directie",
  bestuurssecretariaat: "bestuurssecretariaat",
  "functioneel beheer": "functioneel beheer",
} as const satisfies Record<RoleName, string>;
