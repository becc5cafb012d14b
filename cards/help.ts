import type { RoleName } from "../bot/domain/official.ts";
import type { Shown } from "../bot/domain/shown.ts";
import { card, heading, plain, subtle, text, type Card } from "./elements.ts";
import { nl } from "./texts.nl/index.ts";

/** Examples that fit what the asker does, with a word of welcome the first time. */
export function helpCard(shown: Shown & { about: "help" | "welcome" }): Card {
  const { help } = nl;
  const welcome = shown.about === "welcome";
  const title = welcome ? help.welcomeTitle : help.title;
  return card(title, [
    heading(title),
    ...(welcome ? [text(help.welcome)] : []),
    text(help.intro),
    text(help.examples[kindOf(shown.viewer.roles)].map((example) => `- ${example}`).join("\n")),
    subtle(help.contact),
  ]);
}

function kindOf(roles: readonly RoleName[]): keyof typeof nl.help.examples {
  if (roles.includes("gebiedsregisseur")) return "gebiedsregisseur";
  if (roles.some((role) => ["kernwethouder", "kernbestuurder", "portefeuillehouder"].includes(role)))
    return "wethouder";
  if (roles.some((role) => ["vakambtenaar", "aanspreekpunt", "teamleider"].includes(role)))
    return "vakambtenaar";
  return "everyone";
}

/** Who stands in for a colleague, role by role. */
export function deputyCard(shown: Shown & { about: "deputy" }): Card {
  const name = plain(shown.official.name);
  const first = shown.standIns.find(({ deputy }) => deputy)?.deputy?.name;
  const byRole = new Map(
    shown.standIns.map(({ role, deputy }) => [nl.roles[role], deputy ? plain(deputy.name) : nl.deputy.none]),
  );
  const lines = [...byRole].map(([title, value]) => ({ title, value }));
  return card(nl.deputy.summary(shown.official.name, first), [
    heading(nl.deputy.title(name)),
    lines.length === 0 ? text(nl.deputy.noRoles) : { type: "FactSet", facts: lines },
  ]);
}
