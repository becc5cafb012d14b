export type PortefeuilleId = string;

/** A subject area of one member of the college; the holder is a role with dates. */
export interface Portefeuille {
  readonly id: PortefeuilleId;
  readonly name: string;
}
