// What officials type about the money for plans of residents. The notation is explained in `phrase.ts`.

/** Saying yes. Never a decision: for that there is a button. */
export const AGREE_PHRASES = `
  akkoord
  ga ik? akkoord
  ben het .. eens
  toekennen/toegekend
  keur .. goed
  goedgekeurd/goedkeuren
  doen we
  geregeld
`;
