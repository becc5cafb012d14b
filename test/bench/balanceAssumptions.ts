/**
 * What the simulation takes for true, the same for every policy. None of it comes from a municipality's own figures:
 * replace it by yours and run again.
 */
export const ASSUMPTIONS = {
  /** Items from all kernen on a working day, before bursts. A regisseur brings home about one a day, the rest comes in. */
  itemsPerDay: 9,
  /** After a dorpsavond in a kern this many come at once; every kern has one about twice a year. */
  burst: 9,
  eveningsPerKern: 2,
  /** Shares of small, middle and large work. */
  weights: { small: 0.5, middle: 0.4, large: 0.1 },
  /** Hours it takes whoever does it. */
  hours: { small: 1, middle: 3, large: 10 },
  /** Hours a week one member of a team has for this, beside the rest of the work. */
  hoursPerWeek: 6,
  /** Somebody who sends from memory finds the wrong team this often; each wrong team costs a day. */
  wrongFromMemory: 0.15,
  /** The register is wrong this often: about one rule in twenty is out of date. */
  wrongInRegister: 0.05,
  /** An answer to the same subject in the last year is good enough this often. */
  earlierAnswerHelps: 0.4,
  /** Told that there is a regular door, people take it this often. */
  takesRegularDoor: 0.7,
  /** What is no statutory task, the village or a partner takes up this often when it is asked. */
  villageTakesUp: 0.1,
  /** Weighted dossiers a team can have in hand and still answer in time; the same limit for every policy. */
  limit: 8,
} as const;

export type Assumptions = typeof ASSUMPTIONS;
