import type { Day } from "../calendar.ts";
import type { Cents } from "./amount.ts";

/** How far other money is; each next step is surer than the one before. */
export const FUND_STATUSES = ["idea", "asked", "promised", "received"] as const;
export type FundStatus = (typeof FUND_STATUSES)[number];

/** Money from elsewhere: another fund, a gift, the applicant's own. Names an organisation, never a person. */
export interface Fund {
  readonly source: string;
  readonly cents: Cents;
  readonly status: FundStatus;
  /** The day on which it came to this status. */
  readonly since: Day;
  /** Where it can be seen: number of a letter or zaak. */
  readonly proof?: string | undefined;
}

/** What the applicants bring in themselves. */
export interface OwnShare {
  readonly moneyCents: Cents;
  /** Hours of volunteers; counted at the rate of the scheme. */
  readonly hours: number;
}

/** Other money by how sure it is. What is received is promised too, and what is promised was asked. */
export interface Leverage {
  readonly asked: Cents;
  readonly promised: Cents;
  readonly received: Cents;
}

export function leverageOf(funds: readonly Fund[]): Leverage {
  const atLeast = (status: FundStatus) =>
    funds
      .filter((fund) => FUND_STATUSES.indexOf(fund.status) >= FUND_STATUSES.indexOf(status))
      .reduce((sum, { cents }) => sum + cents, 0);
  return { asked: atLeast("asked"), promised: atLeast("promised"), received: atLeast("received") };
}

/** How many tenths of its own money the municipality sees from elsewhere, rounded down: 15.000 on 7.500 is 20. */
export function tenfold(others: Cents, municipal: Cents): number | undefined {
  return municipal > 0 ? Number((BigInt(others) * 10n) / BigInt(municipal)) : undefined;
}

/** What the applicants bring in, hours at the scheme's rate. */
export function ownShareCents({ moneyCents, hours }: OwnShare, hourCents: Cents): Cents {
  return moneyCents + hours * hourCents;
}

/** The share of the applicants in the whole, in whole per cents rounded down; undefined when there is no whole. */
export function ownSharePercent(own: Cents, asked: Cents): number | undefined {
  const whole = own + asked;
  return whole > 0 ? Number((BigInt(own) * 100n) / BigInt(whole)) : undefined;
}

/** "Granted provided € X elsewhere by date D." */
export interface Proviso {
  readonly cents: Cents;
  readonly by: Day;
}

/**
 * Where a proviso stands: enough is promised, it is still waited for, or the day has passed and what was granted is to
 * be released. The day itself still counts.
 */
export function provisoOn(
  { cents, by }: Proviso,
  funds: readonly Fund[],
  day: Day,
): "met" | "waiting" | "lapsed" {
  if (leverageOf(funds).promised >= cents) return "met";
  return day <= by ? "waiting" : "lapsed";
}
