import { createPrivateKey } from "node:crypto";
import { SETTING_NAMES, type Registration, type SettingsResult } from "../settings.ts";
import { note, ok, wrong, type Check } from "./check.ts";

const NAME = "settings";

/** Every setting: what the start would refuse, what nobody reads, and what only shows when it is used. */
export function settingsCheck(
  read: SettingsResult,
  env: Readonly<Record<string, string | undefined>>,
): readonly Check[] {
  const strangers = Object.keys(env).filter(
    (name) => /^(?:KERNWIJZER|MICROSOFT_APP)_/.test(name) && !SETTING_NAMES.includes(name),
  );
  return [
    ...(read.ok
      ? registrationCheck(read.settings.registration)
      : read.problems.map((one) => wrong(NAME, one))),
    ...strangers.map((name) => note(NAME, `${name} is set, and no setting has that name. Misspelt?`)),
  ];
}

function registrationCheck(registration: Registration | undefined): readonly Check[] {
  if (registration === undefined) return [ok(NAME, "practice room, on this machine only")];
  const { appId, appType, credential } = registration;
  const problems = credential.kind === "certificate" ? certificateProblems(credential) : [];
  if (problems.length > 0) return problems.map((problem) => wrong(NAME, problem));
  return [ok(NAME, `${appType}, app ${appId}`)];
}

function certificateProblems(credential: { privateKey: string; thumbprint: string }): readonly string[] {
  const { privateKey, thumbprint } = credential;
  return [
    ...(isPrivateKey(privateKey)
      ? []
      : [
          "MICROSOFT_APP_CERTIFICATE_KEY is no private key in PEM form. Paste the whole file, with its line ends.",
        ]),
    ...(/^[0-9a-f]{40}$/i.test(thumbprint)
      ? []
      : [
          "MICROSOFT_APP_CERTIFICATE_THUMBPRINT is not 40 hexadecimal digits. Copy it without spaces or colons.",
        ]),
  ];
}

function isPrivateKey(pem: string): boolean {
  try {
    createPrivateKey(pem);
    return true;
  } catch {
    return false; // whatever is wrong with it, it cannot sign, and that is told
  }
}
