import type { RoleName } from "../bot/domain/official.ts";
import type { Shown } from "../bot/domain/shown.ts";
import { card, heading, plain, subtle, text, type Card } from "./elements.ts";
import { shortDay } from "./dates.ts";
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
    ...(shown.together ? [subtle(help.mention)] : []),
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

/** Who holds a role. People by name; never how to reach somebody at home. */
export function holdersCard({ roles, scope, holders }: Shown & { about: "holders" }): Card {
  const words = nl.holders;
  const role = [
    ...new Set(
      (holders.length > 0 ? holders : roles.map((one) => ({ role: one }))).map((one) => nl.roles[one.role]),
    ),
  ].join(" / ");
  const title = words.title(role, scope);
  const lines = holders.slice(0, MOST_HOLDERS).map(({ name, scopes, awayUntil, deputy }) => ({
    title: plain(name),
    value: [
      words.scopes(scopes.slice(0, MOST_SCOPES).map(plain), scopes.length),
      awayUntil && words.away(shortDay(awayUntil)),
      deputy && words.deputy(plain(deputy.name)),
    ]
      .filter((part) => part !== undefined && part !== "")
      .join(" · "),
  }));
  const summary =
    holders.length === 0
      ? words.nobody
      : words.summary(
          role,
          scope,
          holders.map(({ name }) => name),
        );
  return card(summary, [
    heading(plain(title)),
    lines.length === 0 ? text(words.nobody) : { type: "FactSet", facts: lines },
    ...(holders.length > MOST_HOLDERS ? [subtle(words.more(holders.length - MOST_HOLDERS))] : []),
  ]);
}

const MOST_HOLDERS = 12;
const MOST_SCOPES = 6;
