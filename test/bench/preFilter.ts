import { generateKeyPair } from "jose";
import { makeLog } from "../../bot/log.ts";
import { makeBotKeys } from "../../bot/teams/botKeys.ts";
import { makeGate } from "../../bot/teams/gate.ts";
import { APP_ID, makeSigner, NOW, teamsMessage, TENANT_ID } from "../teams/signing.ts";
import { median, type Report } from "./report.ts";

const REQUESTS = 100_000;
const WINDOW = 1_000;

/**
 * What a refused request costs at the gate, at the beginning of a flood and after 100,000: nothing about a request may
 * be kept. Half of the flood names another tenant each time, half is signed with somebody else's key.
 */
export async function preFilter(): Promise<Report> {
  const signer = await makeSigner();
  const { privateKey } = await generateKeyPair("RS256");
  const keys = makeBotKeys({ fetchKeys: async () => signer.keySet, now: () => NOW, log: makeLog("silent") });
  const gate = makeGate({ appId: APP_ID, tenantId: TENANT_ID, keys, now: () => NOW });
  const forged = await signer.sign({}, {}, privateKey);
  const genuine = await signer.sign();
  const refuse = async (n: number): Promise<number> => {
    const [token, body] =
      n % 2 === 0
        ? [forged, teamsMessage({ id: String(n) })]
        : [genuine, teamsMessage({ conversation: { id: "a", tenantId: `tenant-${n}` } })];
    const begun = performance.now();
    if ((await gate(`Bearer ${token}`, body)) === undefined) throw new Error("a forged request was let in");
    return (performance.now() - begun) * 1000;
  };
  for (let n = 0; n < WINDOW; n += 1) await refuse(n); // compiled code first, else the beginning looks dear
  const costs: number[] = [];
  for (let n = 0; n < REQUESTS; n += 1) costs.push(await refuse(n));
  const [first, last] = [median(costs.slice(0, WINDOW)), median(costs.slice(-WINDOW))];
  const ratio = last / first;
  return {
    name: `the gate: ${REQUESTS} refused requests`,
    figures: {
      "refused request at first, µs": first,
      "refused request at last, µs": last,
      "last against first": ratio,
    },
    notes: [],
    goals: [
      {
        name: "cost of a refused request, 100,000th against first",
        value: ratio,
        goal: "<= 1.2",
        ok: ratio <= 1.2,
      },
    ],
  };
}
