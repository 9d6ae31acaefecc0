/** Calls `onSecond` once a second with the seconds that have passed, until the function it returns is called. */
export function eachSecond(onSecond: (seconds: number) => void): () => void {
  const started = performance.now()
  const timer = setInterval(() => onSecond(Math.round((performance.now() - started) / 1000)), 1_000)
  return () => clearInterval(timer)
}
