import { ConfigurationBotFrameworkAuthentication } from "botbuilder";

type Base = ConfigurationBotFrameworkAuthentication;
type Authenticated = Awaited<ReturnType<Base["authenticateRequest"]>>;
type ConnectorFactory = NonNullable<Authenticated["connectorFactory"]>;
type ConnectorClient = Awaited<ReturnType<ConnectorFactory["create"]>>;
type UserTokenClient = Awaited<ReturnType<Base["createUserTokenClient"]>>;

/**
 * The SDK's check, left open because `gate.ts` has checked before it, and sparing each turn two clients that
 * it would build and that nobody uses: messages leave through `connector.ts`, and there is no sign-in. One of each is
 * made for the whole process.
 */
export class InboundAuthentication extends ConfigurationBotFrameworkAuthentication {
  #connectorClient: Promise<ConnectorClient> | undefined;
  #userTokenClient: Promise<UserTokenClient> | undefined;

  override async authenticateRequest(
    ...request: Parameters<Base["authenticateRequest"]>
  ): Promise<Authenticated> {
    const authenticated = await super.authenticateRequest(...request);
    const factory = authenticated.connectorFactory;
    if (!factory) return authenticated;
    const create: ConnectorFactory["create"] = (serviceUrl, audience) =>
      (this.#connectorClient ??= factory.create(serviceUrl, audience));
    return { ...authenticated, connectorFactory: { create } };
  }

  override createUserTokenClient(
    ...identity: Parameters<Base["createUserTokenClient"]>
  ): Promise<UserTokenClient> {
    return (this.#userTokenClient ??= super.createUserTokenClient(...identity));
  }
}
