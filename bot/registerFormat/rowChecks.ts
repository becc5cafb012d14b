import type { Period } from "../domain/calendar.ts";
import type { Absence, Role } from "../domain/official.ts";
import type { OwnershipRule } from "../domain/ownership.ts";
import type { Topic } from "../domain/topic.ts";

/** What is wrong within one row, at the field where it is to be repaired. */
export interface Wrong {
  readonly field: string;
  readonly reason: string;
}

/** Looks at one complete row by itself. */
export type RowCheck<Row> = (row: Row) => Wrong | undefined;

export const periodInOrder: RowCheck<Period> = ({ from, to }) =>
  from !== undefined && to !== undefined && to < from
    ? { field: "to", reason: `the last day ${to} is before the first day ${from}` }
    : undefined;

export const hasOneScope: RowCheck<Role> = (role) => {
  const [first, second] = (["kern", "vakteam", "portefeuille"] as const).filter(
    (scope) => role[scope] !== undefined,
  );
  return first !== undefined && second !== undefined
    ? { field: second, reason: `a role is for one scope, and ${first} is filled in too; use a row for each` }
    : undefined;
};

/** Roles that are looked up by their scope: without it nobody would ever be found. */
const SCOPE_NEEDED: { readonly [role in Role["role"]]?: "kern" | "vakteam" | "portefeuille" } = {
  gebiedsregisseur: "kern",
  kernwethouder: "kern",
  kernbestuurder: "kern",
  portefeuillehouder: "portefeuille",
  aanspreekpunt: "vakteam",
  teamleider: "vakteam",
};

export const hasScopeOfRole: RowCheck<Role> = (role) => {
  const needed = SCOPE_NEEDED[role.role];
  return needed !== undefined && role[needed] === undefined
    ? { field: needed, reason: `must not be empty: a ${role.role} is that for a ${needed}` }
    : undefined;
};

export const hasOtherDeputy: RowCheck<Role | Absence> = ({ official, deputy }) =>
  deputy === official ? { field: "deputy", reason: "nobody is their own deputy" } : undefined;

export const namesOtherDeputy: RowCheck<OwnershipRule> = ({ person, deputy }) =>
  deputy !== undefined && deputy === person
    ? { field: "deputy", reason: "nobody is their own deputy" }
    : undefined;

export const isMunicipalOrElsewhere: RowCheck<Topic> = ({ taakveld, elsewhere }) => {
  if (taakveld === "" && elsewhere === undefined) {
    return {
      field: "taakveld",
      reason: "must not be empty for a municipal topic; for a topic of others fill in elsewhere",
    };
  }
  if (taakveld !== "" && elsewhere !== undefined) {
    return {
      field: "elsewhere",
      reason: "must be empty for a municipal topic; for a topic of others leave taakveld empty",
    };
  }
  return undefined;
};
