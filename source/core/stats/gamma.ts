/** Lanczos coefficients for g = 7, n = 9 (Godfrey's set, as in Numerical Recipes §6.1). */
const LANCZOS = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406,
  12.507343278686905, -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
]

/** Returns the natural logarithm of the gamma function for x > 0. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const z = x - 1
  const sum = LANCZOS.reduce((total, value, index) => (index === 0 ? value : total + value / (z + index)), 0)
  const t = z + 7.5
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum)
}

/** Returns P(a, x), the share of a gamma distribution of shape `a` and scale 1 below x (series of DLMF 8.11.4). */
function gammaShare(a: number, x: number): number {
  if (x <= 0) return 0
  let term = 1 / a
  let sum = term
  for (let n = 1; term > sum * 1e-15; n += 1) {
    term *= x / (a + n)
    sum += term
  }
  return Math.min(1, sum * Math.exp(a * Math.log(x) - x - logGamma(a)))
}

/** Returns the x below which a share `p` (0–1) of `share`, a rising function of x > 0, lies; found by halving. */
export function quantile(p: number, share: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to]
  for (let step = 0; step < 200 && high - low > 1e-12 * high; step += 1) {
    const middle = (low + high) / 2
    if (share(middle) < p) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Returns the quantile `p` of a gamma distribution of shape `a` and scale 1. */
export function gammaQuantile(p: number, a: number): number {
  return quantile(p, x => gammaShare(a, x), 0, a + 20 * Math.sqrt(a) + 40)
}
