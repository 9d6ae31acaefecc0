/** How a cell looks: the parameters of SGR (ECMA-48, "select graphic rendition") in force, joined; '' is the terminal's own. */
export type Style = string

/** What each "off" parameter ends. 22 ends both bold and dim. */
const ENDS: Readonly<Record<string, readonly string[]>> = {
  22: ['1', '2'],
  23: ['3'],
  24: ['4'],
  25: ['5'],
  27: ['7'],
  28: ['8'],
  29: ['9'],
  39: ['colour'],
  49: ['ground'],
}

/** Returns the style once the parameters of one SGR code (`1;31`) were applied. */
export function applyCode(style: Style, parameters: string): Style {
  const slots = slotsOf(style)
  for (const parameter of groups(parameters)) {
    if (parameter === '' || parameter === '0') slots.clear()
    else if (ENDS[parameter]) for (const slot of ENDS[parameter]) slots.delete(slot)
    else slots.set(slotOf(parameter), parameter)
  }
  return [...slots.values()].sort().join(';')
}

/** Returns the shortest code that turns one style into the other; empty when they are the same. */
export function styleChange(from: Style, to: Style): string {
  if (from === to) return ''
  if (to === '') return '\x1b[0m'
  const [before, after] = [slotsOf(from), slotsOf(to)]
  const isKept = [...before.keys()].every(slot => after.has(slot))
  const wanted = isKept ? [...after].filter(([slot, value]) => before.get(slot) !== value) : [...after]
  return `\x1b[${[...(isKept ? [] : ['0']), ...wanted.map(([, value]) => value)].join(';')}m`
}

function slotsOf(style: Style): Map<string, string> {
  return new Map(style === '' ? [] : groups(style).map(parameter => [slotOf(parameter), parameter]))
}

function slotOf(parameter: string): string {
  const number = Number.parseInt(parameter, 10)
  if ((number >= 30 && number <= 38) || (number >= 90 && number <= 97)) return 'colour'
  if ((number >= 40 && number <= 48) || (number >= 100 && number <= 107)) return 'ground'
  return parameter
}

/** Splits at semicolons, but keeps a colour of the large palettes (`38;5;n`, `38;2;r;g;b`) in one piece. */
function groups(parameters: string): readonly string[] {
  return (
    parameters
      .match(/[34]8;(?:5;\d+|2;\d+;\d+;\d+)|\d*/g)
      ?.filter((part, index) => part !== '' || index === 0) ?? []
  )
}
