/** The most that fell into any window of this length. */
export function mostIn(times: readonly number[], windowMs: number): number {
  let first = 0;
  return times.reduce((most, time, at) => {
    while ((times[first] ?? 0) <= time - windowMs) first += 1;
    return Math.max(most, at - first + 1);
  }, 0);
}
