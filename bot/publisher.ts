/** Who offers the app, as colleagues see it in Teams, and where the bot is reached. */
export interface Publisher {
  /** Public address of this bot, without a path: "https://kernwijzer.gemeente.nl". */
  readonly url: string;
  readonly name: string;
  readonly websiteUrl: string;
  readonly privacyUrl: string;
  readonly termsUrl: string;
}

/** What was told of it so far; the product runs without, `kernwijzer package` does not. */
export type PublisherSettings = { readonly [K in keyof Publisher]?: Publisher[K] | undefined };

/** The settings, by what they hold. */
export const PUBLISHER_SETTINGS = {
  url: "KERNWIJZER_URL",
  name: "KERNWIJZER_PUBLISHER",
  websiteUrl: "KERNWIJZER_WEBSITE_URL",
  privacyUrl: "KERNWIJZER_PRIVACY_URL",
  termsUrl: "KERNWIJZER_TERMS_URL",
} as const satisfies Record<keyof Publisher, string>;

type Environment = { readonly [K in (typeof PUBLISHER_SETTINGS)[keyof Publisher]]?: string | undefined };

/** Teams shows no more of it. In characters. */
const LONGEST_NAME = 32;

/** Reads what was told of the publisher; what is wrong with it is added to `problems`. */
export function readPublisher(env: Environment, problems: string[]): PublisherSettings {
  const told: PublisherSettings = {
    url: env.KERNWIJZER_URL?.replace(/\/$/, ""),
    name: env.KERNWIJZER_PUBLISHER,
    websiteUrl: env.KERNWIJZER_WEBSITE_URL,
    privacyUrl: env.KERNWIJZER_PRIVACY_URL,
    termsUrl: env.KERNWIJZER_TERMS_URL,
  };
  if (told.name !== undefined && told.name.length > LONGEST_NAME) {
    problems.push(
      `KERNWIJZER_PUBLISHER is longer than the ${LONGEST_NAME} characters Teams shows. Shorten it.`,
    );
  }
  if (told.url !== undefined && !isPublicOrigin(told.url)) {
    problems.push(
      `KERNWIJZER_URL is "${told.url}". Set it to the public address of this bot with nothing behind the host, such as https://kernwijzer.gemeente.nl.`,
    );
  }
  for (const key of ["websiteUrl", "privacyUrl", "termsUrl"] as const) {
    const given = told[key];
    if (given !== undefined && !isHttps(given)) {
      problems.push(`${PUBLISHER_SETTINGS[key]} is "${given}". Set it to the https address of a page.`);
    }
  }
  return told;
}

/** The publisher, or the names of the settings that are still missing. */
export function publisherIn(told: PublisherSettings): Publisher | { readonly missing: readonly string[] } {
  const { url, name, websiteUrl, privacyUrl, termsUrl } = told;
  if (url && name && websiteUrl && privacyUrl && termsUrl) {
    return { url, name, websiteUrl, privacyUrl, termsUrl };
  }
  const keys = Object.keys(PUBLISHER_SETTINGS) as (keyof Publisher)[];
  return { missing: keys.filter((key) => !told[key]).map((key) => PUBLISHER_SETTINGS[key]) };
}

function isHttps(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === "https:";
}

/** An https address of a named host on the usual port: the only kind Teams calls and opens pages of. */
function isPublicOrigin(text: string): boolean {
  if (!isHttps(text)) return false;
  const { origin, hostname, port } = new URL(text);
  return text.toLowerCase() === origin && port === "" && /^(?:[a-z0-9-]+\.)+[a-z]{2,}$/.test(hostname);
}
