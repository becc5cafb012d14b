/** Hosts of the Teams connector, public cloud. Source: Microsoft Learn, "Bot Connector authentication". */
const TEAMS_HOSTS = ["smba.trafficmanager.net", "api.botframework.com"];
const LOOPBACK = ["127.0.0.1", "localhost", "[::1]"];

/**
 * Whether messages may be sent to this address. In production only Teams over https; in the practice room only this
 * machine, so that a forged activity cannot make the bot call anybody else.
 */
export function isTrusted(serviceUrl: string, practice: boolean): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const { protocol, hostname } = new URL(serviceUrl);
  if (practice) return LOOPBACK.includes(hostname) && (protocol === "http:" || protocol === "https:");
  return protocol === "https:" && TEAMS_HOSTS.includes(hostname);
}
