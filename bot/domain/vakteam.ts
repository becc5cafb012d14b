export type VakteamId = string;

/** A line team that owns subjects. */
export interface Vakteam {
  readonly id: VakteamId;
  readonly name: string;
  /** Abbreviations and other names: "BOR", "groen". */
  readonly aliases: readonly string[];
}
