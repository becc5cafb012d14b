export type KernId = string;

/** A village as the municipality works with it. Not the same as a BAG woonplaats or a CBS wijk. */
export interface Kern {
  readonly id: KernId;
  readonly name: string;
  /** Other names people type for it: short forms, hamlets, old spellings. */
  readonly aliases: readonly string[];
  /** BAG woonplaatscode; absent when the kern has no woonplaats of its own. */
  readonly bagCode?: string | undefined;
  /** CBS wijk- or buurtcode. */
  readonly cbsCode?: string | undefined;
  /** First four digits of the postcode; kernen may share one. */
  readonly postcode?: string | undefined;
  /** Absent when no figure is known: it is never invented. */
  readonly inhabitants?: Inhabitants | undefined;
}

/** How many people live in a kern, with what is known about the figure. */
export interface Inhabitants {
  readonly count: number;
  /** Year of the count as the source gives it: "2021", "ca. 2012", "onbekend". */
  readonly year: string;
  readonly source: string;
}
