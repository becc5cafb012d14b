/**
 * Somebody's id at Teams towards this bot, `29:…`. Teams asks for it to know whose client shows which card; it is never
 * an identity.
 */
export type TeamsId = string;

/** What somebody is at Teams, as the latest activity told. */
export interface Account {
  /** Entra object id. */
  readonly id: string;
  readonly teamsId: TeamsId;
  /** Invited from another organisation; absent for officials, of whom nobody needs to ask. */
  readonly guest?: boolean | undefined;
}
