import { ConfigurationServiceClientCredentialFactory } from "botbuilder";
import { InboundAuthentication } from "./authentication.ts";
import type { Registration } from "../settings.ts";

/** Scope of the tokens the bot shows at Teams' connector. */
const CONNECTOR_SCOPE = "https://api.botframework.com";
const LOGIN = "https://login.microsoftonline.com/";

/** Who the bot is towards Teams. */
export interface Identity {
  /** The SDK's own check stands open: what is not let in at the gate never reaches it. See DECISIONS. */
  readonly authentication: InboundAuthentication;
  /** The header value for calls to a connector; undefined when none is needed. */
  readonly authorization: () => Promise<string | undefined>;
}

/** Identity of the registered bot, or of nobody. */
export function identityOf(registration: Registration | undefined): Identity {
  const authentication = new InboundAuthentication({});
  if (!registration) return { authentication, authorization: async () => undefined };
  const { appId, tenantId } = registration;
  const factory = new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: appId,
    MicrosoftAppTenantId: tenantId,
    // The SDK spells this one differently from Azure.
    MicrosoftAppType: registration.appType === "UserAssignedMSI" ? "UserAssignedMsi" : registration.appType,
    ...credentialOf(registration),
  });
  let credentials: Promise<unknown> | undefined;
  return {
    authentication,
    async authorization() {
      credentials ??= factory.createCredentials(appId, CONNECTOR_SCOPE, `${LOGIN}${tenantId}`, true);
      // What failed once may succeed later: a failure is not kept.
      credentials.catch(() => (credentials = undefined));
      // The SDK's credentials keep the token and fetch a new one before it runs out; the type does not say so.
      const { getToken } = (await credentials) as { getToken?: () => Promise<string> };
      if (!getToken) throw new Error("this credential gives no token");
      return `Bearer ${await getToken.call(await credentials)}`;
    },
  };
}

function credentialOf({ credential }: Registration): Record<string, string> {
  switch (credential.kind) {
    case "secret":
      return { MicrosoftAppPassword: credential.secret };
    case "certificate":
      return { CertificatePrivateKey: credential.privateKey, CertificateThumbprint: credential.thumbprint };
    case "managedIdentity":
      return {};
  }
}
