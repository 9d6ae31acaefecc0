/** Returns a test for "the nth": a number, or `An+B` as CSS has it; null when it cannot be read. Places start at 1. */
export function parsePosition(position: number | string): ((place: number) => boolean) | null {
  if (typeof position === 'number') {
    return Number.isInteger(position) && position >= 1 ? place => place === position : null
  }
  const text = position.replace(/\s+/g, '')
  if (/^\d+$/.test(text)) return parsePosition(Number(text))
  const match = /^([+-]?\d*)n([+-]\d+)?$/.exec(text)
  if (match === null) return null
  const [, factor = '', rest = '0'] = match
  const step = factor === '' || factor === '+' ? 1 : factor === '-' ? -1 : Number(factor)
  const offset = Number(rest)
  return place => {
    const distance = place - offset
    if (step === 0) return distance === 0
    return distance % step === 0 && distance / step >= 0
  }
}
