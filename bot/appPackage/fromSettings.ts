import own from "../../package.json" with { type: "json" };
import { publisherIn } from "../publisher.ts";
import type { Settings } from "../settings.ts";
import { buildPackage, type BuiltPackage } from "./build.ts";

/** Version of this Kernwijzer, and of an app package when no other is given. */
export const OWN_VERSION = own.version;

/** The names of the settings that an app package needs and that are missing. */
export function missingForPackage({ registration, publisher = {} }: Settings): readonly string[] {
  const told = publisherIn(publisher);
  return [
    ...(registration === undefined ? ["MICROSOFT_APP_ID"] : []),
    ...("missing" in told ? told.missing : []),
  ];
}

/** The app package that these settings give. */
export async function packageFor(settings: Settings, version = OWN_VERSION): Promise<BuiltPackage> {
  const { registration, publisher = {} } = settings;
  const told = publisherIn(publisher);
  if (registration === undefined || "missing" in told) {
    const missing = missingForPackage(settings).join(", ");
    const problem = `The app package needs ${missing}. Set what is missing; .env.example says what it is.`;
    return { ok: false, problems: [problem] };
  }
  return buildPackage({ appId: registration.appId, publisher: told, version });
}
