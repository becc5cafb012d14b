import { ConfigurationServiceClientCredentialFactory } from "botbuilder";
import { InboundAuthentication } from "./authentication.ts";
import type { Registration } from "../settings.ts";

/** Scope of the tokens the bot shows at Teams' connector. */
const CONNECTOR_SCOPE = "https://api.botframework.com";
const LOGIN = "https://login.microsoftonline.com/";

/** How inbound requests are checked and outbound ones signed. */
export interface Identity {
  readonly authentication: InboundAuthentication;
  /** The header value for calls to a connector; undefined when none is needed. */
  readonly authorization: () => Promise<string | undefined>;
}

/**
 * Identity of the registered bot, or of nobody: without a registration the SDK accepts every request, which is why
 * `settings.ts` then binds to 127.0.0.1 only.
 */
export function identityOf(registration: Registration | undefined): Identity {
  if (!registration) {
    return {
      authentication: new InboundAuthentication({}),
      authorization: async () => undefined,
    };
  }
  const { appId, tenantId } = registration;
  const configuration = {
    MicrosoftAppId: appId,
    MicrosoftAppTenantId: tenantId,
    // The SDK spells this one differently from Azure.
    MicrosoftAppType: registration.appType === "UserAssignedMSI" ? "UserAssignedMsi" : registration.appType,
    ...credentialOf(registration),
  };
  const factory = new ConfigurationServiceClientCredentialFactory(configuration);
  let credentials: Promise<unknown> | undefined;
  return {
    authentication: new InboundAuthentication(configuration, factory),
    async authorization() {
      credentials ??= factory.createCredentials(appId, CONNECTOR_SCOPE, `${LOGIN}${tenantId}`, true);
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
