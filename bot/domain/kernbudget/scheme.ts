import { addDays, placeIn, weekdayOf, type Day, type Period } from "../calendar.ts";
import type { OfficialId } from "../official.ts";
import type { PotId } from "../pot.ts";
import type { VakteamId } from "../vakteam.ts";
import type { Cents } from "./amount.ts";

/** Who decides on the amounts of a band. */
export const DECIDERS = ["gebiedsregisseur", "programmamanager", "kernwethouder", "college"] as const;
export type DecidedBy = (typeof DECIDERS)[number];

/**
 * How a tap counts. A: a member of the college decides, authorised by it (Gemeentewet 168). B: a member gives
 * bestuurlijk akkoord and the college decides; the safe default. C: an official decides in mandate (Awb 10:1).
 */
export const MODES = ["A", "B", "C"] as const;
export type Mode = (typeof MODES)[number];

/** Amounts up to and including `upToCents`, above the band before it. The last band has no upper end. */
export interface Band {
  readonly upToCents?: Cents | undefined;
  readonly decidedBy: DecidedBy;
  readonly mode: Mode;
  /** Whether the holder of each portefeuille it touches must agree before. */
  readonly needsPortefeuille: boolean;
}

/** How large the pot is. */
export type PotSize =
  | { readonly kind: "fixed"; readonly cents: Cents }
  | {
      readonly kind: "perInhabitant";
      readonly centsEach: Cents;
      readonly inhabitants: number;
      readonly source: string;
      readonly countedOn: Day;
    };

/** A replacement that the college, or the mandate register for officials, arranged; with dates. */
export interface Deputy extends Period {
  readonly of: OfficialId;
  readonly deputy: OfficialId;
}

export interface Criterion {
  readonly id: string;
  readonly text: string;
}

export type SchemeId = string;

/**
 * The rules of a kernbudget during a period, as the municipality laid them down. Kernwijzer applies them and gives no
 * advice of its own: `legalSource` says where they stand.
 */
export interface Scheme extends Period {
  readonly id: SchemeId;
  readonly name: string;
  readonly legalSource: string;
  readonly from: Day;
  readonly to: Day;
  readonly pot: PotId;
  readonly size: PotSize;
  /** By the plans that come in, whatever kern they come from; or a share of the pot for each inhabitant of a kern. */
  readonly division: "byPlans" | "perKern";
  /** From small to large. */
  readonly bands: readonly [Band, ...Band[]];
  readonly maximumCents?: Cents | undefined;
  readonly ownSharePercent: number;
  /** What an hour of a volunteer counts for. */
  readonly hourCents: Cents;
  /** Whether promised money of other funds counts as the applicants' own share, because they raised it. */
  readonly fundsCountAsOwn: boolean;
  /** Who is first: by the day it came in, or the day it was complete. */
  readonly order: "received" | "complete";
  readonly decisionWeeks: number;
  /** A plan is normally asked for so many weeks before what it is for. */
  readonly leadWeeks: number;
  readonly criteria: readonly Criterion[];
  /** When the college meets, and when what it meets about must be in. */
  readonly college: {
    /** 1 is Monday. */
    readonly weekday: number;
    readonly daysBefore: number;
    /** `HH:MM` on that day. */
    readonly before: string;
    /** Days on which it does not meet: recess. */
    readonly closed: readonly Period[];
  };
  /** Members of the college, replaced as the college arranged. */
  readonly collegeDeputies: readonly Deputy[];
  /** Officials, replaced as the mandate register says. */
  readonly mandateDeputies: readonly Deputy[];
  /** The vakteam that writes and sends the letter, and pays. */
  readonly letterBy: VakteamId;
}

/** The ceiling of the pot. */
export function ceilingCents({ size }: Scheme): Cents {
  return size.kind === "fixed" ? size.cents : size.centsEach * size.inhabitants;
}

/** The band an amount falls in; the last one for everything above. */
export function bandOf({ bands }: Scheme, cents: Cents): Band {
  const found = bands.find(({ upToCents }) => upToCents === undefined || cents <= upToCents);
  // The last band is open at the top: that was checked when the scheme was read.
  return found ?? bands[0];
}

/** The scheme that holds on a day; undefined between schemes. */
export function schemeOn(schemes: Iterable<Scheme>, day: Day): Scheme | undefined {
  return [...schemes].find((scheme) => placeIn(scheme, day) === "within");
}

/** The next meeting of the college for which something that is ready on this day, before noon, is in time. */
export function nextCollege({ college }: Scheme, day: Day, time: string): Day {
  for (let meeting = addDays(day, 1); ; meeting = addDays(meeting, 1)) {
    if (weekdayOf(meeting) !== college.weekday) continue;
    if (college.closed.some((period) => placeIn(period, meeting) === "within")) continue;
    const lastDay = addDays(meeting, -college.daysBefore);
    if (day < lastDay || (day === lastDay && time <= college.before)) return meeting;
  }
}
