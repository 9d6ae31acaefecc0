/** z of a 95 % interval. */
const Z = 1.96

/** Returns the 95 % interval of a share, both ends in [0, 1] (E. B. Wilson 1927); [0, 1] without any trials. */
export function wilsonInterval(hits: number, trials: number): readonly [number, number] {
  if (trials === 0) return [0, 1]
  const share = hits / trials
  const weight = Z ** 2 / trials
  const centre = share + weight / 2
  const spread = Z * Math.sqrt((share * (1 - share)) / trials + weight / (4 * trials))
  return [(centre - spread) / (1 + weight), (centre + spread) / (1 + weight)].map(end =>
    Math.min(1, Math.max(0, end)),
  ) as [number, number]
}
