import type { Settings } from "./settings.ts";

/** Everything in the settings that nobody may read: the bot's own credential, and the password of the database. */
export function secretsOf({
  registration,
  store,
}: Pick<Settings, "registration" | "store">): readonly string[] {
  const credential = registration?.credential;
  const password = URL.canParse(store) ? new URL(store).password : "";
  return [
    credential?.kind === "secret" ? credential.secret : "",
    credential?.kind === "certificate" ? credential.privateKey : "",
    password,
    decoded(password),
  ].filter((secret) => secret !== "");
}

function decoded(password: string): string {
  try {
    return decodeURIComponent(password);
  } catch {
    return ""; // a loose % in it: then it stands as it was written
  }
}
