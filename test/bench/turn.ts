import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startBot, type BotProcess } from "./botProcess.ts";
import { startSink, type Sink } from "./sink.ts";
import { atLeast, median, quantile, type Report } from "./report.ts";

const ROUNDS = 7;
const TURNS = 1_200;
const AT_ONCE = 32;
const QUESTION = "wie gaat over hondenlosloopgebied in Veen";

interface Round {
  readonly perSecond: number;
  readonly latencies: readonly number[];
}

/**
 * A full owner question, activity in → owner card at the connector with the turn stored durably, next to an echo bot
 * on the same restify and CloudAdapter: same load, same connector, rounds in turn.
 */
export async function run(): Promise<Report> {
  const data = await mkdtemp(join(tmpdir(), "kernwijzer-bench-"));
  const sink = await startSink();
  const ours = await startBot("bot/main.ts", { PORT: "0", KERNWIJZER_DATA: data });
  const echo = await startBot("test/bench/echoBot.ts", {});
  try {
    const rounds: { ours: Round[]; echo: Round[] } = { ours: [], echo: [] };
    await round(ours, sink, "warm-up");
    await round(echo, sink, "warm-up");
    for (let at = 0; at < ROUNDS; at += 1) {
      rounds.ours.push(await round(ours, sink, `ours-${at}`));
      rounds.echo.push(await round(echo, sink, `echo-${at}`));
    }
    return reportOf(rounds.ours, rounds.echo);
  } finally {
    await Promise.all([ours.stop(), echo.stop()]);
    await sink.close();
    await rm(data, { recursive: true, force: true });
  }
}

function reportOf(ours: readonly Round[], echo: readonly Round[]): Report {
  const latencies = {
    ours: ours.flatMap((one) => one.latencies),
    echo: echo.flatMap((one) => one.latencies),
  };
  const perSecond = {
    ours: median(ours.map((one) => one.perSecond)),
    echo: median(echo.map((one) => one.perSecond)),
  };
  const ratio = median(ours.map((one, at) => one.perSecond / (echo[at]?.perSecond ?? Number.NaN)));
  return {
    name: `turn: an owner question answered, ${AT_ONCE} at once, median of ${ROUNDS} rounds of ${TURNS}`,
    figures: {
      "kernwijzer turns/s": perSecond.ours,
      "echo bot turns/s": perSecond.echo,
      "kernwijzer p50 ms": quantile(latencies.ours, 0.5),
      "kernwijzer p99 ms": quantile(latencies.ours, 0.99),
      "echo bot p50 ms": quantile(latencies.echo, 0.5),
      "echo bot p99 ms": quantile(latencies.echo, 0.99),
      "ratio turns/s": ratio,
    },
    notes: [
      "Where the time goes: both pay for restify and CloudAdapter on the way in. On the way out the echo bot goes " +
        "through the SDK's connector client; Kernwijzer writes journal and outbox in one flush shared by the turns " +
        "that wait, and posts the card over kept connections.",
    ],
    goals: [atLeast("throughput against a bare echo bot", ratio, 1)],
  };
}

/** Keeps AT_ONCE conversations busy: each asks again as soon as its answer stands at the connector. */
async function round(bot: BotProcess, sink: Sink, name: string): Promise<Round> {
  const latencies: number[] = [];
  let left = TURNS;
  const begun = performance.now();
  const talk = async (slot: number): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const at = performance.now();
      const delivered = sink.next(`${name}-${slot}`);
      await bot.post(activity(sink.url, `${name}-${slot}`, `${name}-${left}`));
      await delivered;
      latencies.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, (_, slot) => talk(slot)));
  return { perSecond: TURNS / ((performance.now() - begun) / 1000), latencies };
}

function activity(serviceUrl: string, conversation: string, id: string): object {
  return {
    type: "message",
    id,
    channelId: "msteams",
    serviceUrl,
    text: QUESTION,
    from: { id: `29:${conversation}`, aadObjectId: conversation },
    recipient: { id: "28:bot" },
    conversation: { id: conversation, conversationType: "personal", tenantId: "bench" },
  };
}
