import { z } from "zod";
import { readPublisher, type PublisherSettings } from "./publisher.ts";

/** How the bot proves who it is to Azure Bot Service. */
export type Credential =
  | { readonly kind: "secret"; readonly secret: string }
  | { readonly kind: "certificate"; readonly privateKey: string; readonly thumbprint: string }
  | { readonly kind: "managedIdentity" };

/** The bot's registration. Absent in the practice room, which talks to nobody outside this machine. */
export interface Registration {
  readonly appId: string;
  readonly appType: "SingleTenant" | "UserAssignedMSI";
  readonly tenantId: string;
  readonly credential: Credential;
}

export interface Settings {
  readonly port: number;
  /** Address to listen on; always 127.0.0.1 in the practice room. */
  readonly host: string;
  /** Folder of the embedded store, and of the practice clock. */
  readonly dataFolder: string;
  /** Where the store is: the data folder, or the address of a PostgreSQL database. */
  readonly store: string;
  /** How many instances run on one database: each keeps to its part of what Teams allows. */
  readonly instances: number;
  readonly logLevel: "info" | "warn" | "error";
  /** Absent: practice room only. */
  readonly registration?: Registration | undefined;
  /** For the app package only. */
  readonly publisher?: PublisherSettings | undefined;
}

/** Settings that were read, or every sentence that says what is wrong and what to do. */
export type SettingsResult =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problems: readonly string[] };

export const PRACTICE_HOST = "127.0.0.1";

const optional = z
  .string()
  .trim()
  .transform((value) => (value === "" ? undefined : value))
  .optional();

const Environment = z.object({
  PORT: optional,
  HOST: optional,
  KERNWIJZER_DATA: optional,
  DATABASE_URL: optional,
  KERNWIJZER_INSTANCES: optional,
  KERNWIJZER_LOG: optional,
  MICROSOFT_APP_ID: optional,
  MICROSOFT_APP_TYPE: optional,
  MICROSOFT_APP_TENANT_ID: optional,
  MICROSOFT_APP_PASSWORD: optional,
  MICROSOFT_APP_CERTIFICATE_KEY: optional,
  MICROSOFT_APP_CERTIFICATE_THUMBPRINT: optional,
  KERNWIJZER_URL: optional,
  KERNWIJZER_PUBLISHER: optional,
  KERNWIJZER_WEBSITE_URL: optional,
  KERNWIJZER_PRIVACY_URL: optional,
  KERNWIJZER_TERMS_URL: optional,
  NODE_ENV: optional,
});
type Environment = z.infer<typeof Environment>;

/** The names of all settings, as they stand in the environment. */
export const SETTING_NAMES: readonly string[] = Object.keys(Environment.shape);

/** Reads the environment, once, at start. See `.env.example` for what each setting means. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): SettingsResult {
  const env = Environment.parse(environment);
  const problems: string[] = [];
  const port = Number(env.PORT ?? "3978");
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    problems.push(`PORT is "${env.PORT}". Set it to a number from 0 to 65535, or leave it out for 3978.`);
  }
  const logLevel = env.KERNWIJZER_LOG ?? (env.MICROSOFT_APP_ID ? "info" : "warn");
  if (logLevel !== "info" && logLevel !== "warn" && logLevel !== "error") {
    problems.push(`KERNWIJZER_LOG is "${logLevel}". Set it to info, warn or error.`);
  }
  const instances = Number(env.KERNWIJZER_INSTANCES ?? "1");
  if (!Number.isInteger(instances) || instances < 1 || instances > 7) {
    problems.push(
      `KERNWIJZER_INSTANCES is "${env.KERNWIJZER_INSTANCES}". Set it to how many instances run, from 1 to 7; Teams allows ` +
        "seven messages a second in one conversation.",
    );
  }
  checkDatabase(env, problems);
  const registration = readRegistration(env, problems);
  const publisher = readPublisher(env, problems);
  const practice = registration === undefined;
  if (practice && env.HOST !== undefined && env.HOST !== PRACTICE_HOST) {
    problems.push(
      `HOST is "${env.HOST}", but without MICROSOFT_APP_ID only the practice room runs, and only on ${PRACTICE_HOST}. ` +
        "Leave HOST out, or set MICROSOFT_APP_ID and what belongs to it.",
    );
  }
  if (problems.length > 0) return { ok: false, problems };
  const settings: Settings = {
    port,
    host: practice ? PRACTICE_HOST : (env.HOST ?? "0.0.0.0"),
    dataFolder: env.KERNWIJZER_DATA ?? "./data",
    store: env.DATABASE_URL ?? env.KERNWIJZER_DATA ?? "./data",
    instances,
    logLevel: logLevel as Settings["logLevel"],
    registration,
    publisher,
  };
  return { ok: true, settings };
}

/** One store, and an address that can be one. What is wrong is said without the address: it may hold a password. */
function checkDatabase(
  { DATABASE_URL: url, KERNWIJZER_DATA: folder }: Environment,
  problems: string[],
): void {
  if (url === undefined) return;
  if (!/^postgres(?:ql)?:\/\//.test(url) || !URL.canParse(url)) {
    problems.push(
      "DATABASE_URL is no address of PostgreSQL. Write it as postgres://user:password@host:5432/name.",
    );
  }
  if (folder !== undefined) {
    problems.push(
      "Both DATABASE_URL and KERNWIJZER_DATA are set, and there is one store. Keep DATABASE_URL for PostgreSQL, or " +
        "KERNWIJZER_DATA for the embedded store.",
    );
  }
}

/** The registration, or undefined with the reasons in `problems`; all or none of its settings are given. */
function readRegistration(env: Environment, problems: string[]): Registration | undefined {
  const { MICROSOFT_APP_ID: appId, MICROSOFT_APP_TYPE: appType, MICROSOFT_APP_TENANT_ID: tenantId } = env;
  if (appId === undefined) {
    const strays = Object.entries(env).filter(
      ([name, value]) => name.startsWith("MICROSOFT_") && value !== undefined,
    );
    if (strays.length > 0) {
      problems.push(
        `${strays.map(([name]) => name).join(", ")} set, but MICROSOFT_APP_ID is missing. ` +
          "Set MICROSOFT_APP_ID, or leave all MICROSOFT_ settings out to run the practice room.",
      );
    }
    if (env.NODE_ENV === "production") {
      problems.push(
        "NODE_ENV is production, but MICROSOFT_APP_ID is missing. The practice room never runs in production: set MICROSOFT_APP_ID.",
      );
    }
    return undefined;
  }
  if (!isGuid(appId))
    problems.push("MICROSOFT_APP_ID is not an id. Copy the Application (client) ID of the app registration.");
  if (appType !== "SingleTenant" && appType !== "UserAssignedMSI") {
    problems.push(
      `MICROSOFT_APP_TYPE is "${appType ?? ""}". Set it to SingleTenant or UserAssignedMSI, spelled exactly so.`,
    );
  }
  if (tenantId === undefined || !isGuid(tenantId)) {
    problems.push(
      "MICROSOFT_APP_TENANT_ID is missing or not an id. Copy the Directory (tenant) ID of the municipality.",
    );
  }
  const credential = readCredential(env, problems);
  if (problems.length > 0 || credential === undefined) return undefined;
  return { appId, appType: appType as Registration["appType"], tenantId: tenantId ?? "", credential };
}

function readCredential(env: Environment, problems: string[]): Credential | undefined {
  const secret = env.MICROSOFT_APP_PASSWORD;
  const privateKey = env.MICROSOFT_APP_CERTIFICATE_KEY;
  const thumbprint = env.MICROSOFT_APP_CERTIFICATE_THUMBPRINT;
  const given = [secret, privateKey, thumbprint].some((value) => value !== undefined);
  if (env.MICROSOFT_APP_TYPE === "UserAssignedMSI") {
    if (given)
      problems.push(
        "MICROSOFT_APP_TYPE is UserAssignedMSI, which needs no secret or certificate. Leave MICROSOFT_APP_PASSWORD and the certificate settings out.",
      );
    return { kind: "managedIdentity" };
  }
  if (secret !== undefined && (privateKey !== undefined || thumbprint !== undefined)) {
    problems.push(
      "Both MICROSOFT_APP_PASSWORD and a certificate are set. Keep one of the two; the certificate is the better one.",
    );
    return undefined;
  }
  if (secret !== undefined) return { kind: "secret", secret };
  if (privateKey !== undefined && thumbprint !== undefined)
    return { kind: "certificate", privateKey, thumbprint };
  problems.push(
    "MICROSOFT_APP_TYPE SingleTenant needs MICROSOFT_APP_PASSWORD, or MICROSOFT_APP_CERTIFICATE_KEY with MICROSOFT_APP_CERTIFICATE_THUMBPRINT.",
  );
  return undefined;
}

function isGuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
