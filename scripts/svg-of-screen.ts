import type { VirtualScreen } from '../test/tui/support/virtual-screen.js'

/** A cell of a terminal in pixels. */
const CELL = { width: 8.4, height: 18 }
const PADDING = 12
const FONT = "'DejaVu Sans Mono', 'Cascadia Mono', Menlo, Consolas, monospace"
const INK = '#d8dee9'
const PAPER = '#1f2430'
/** The 16 colours of a usual dark theme. */
const PALETTE = [
  '#3b4252',
  '#f07178',
  '#a6d189',
  '#e5c07b',
  '#7aa2f7',
  '#c099ff',
  '#7dcfff',
  '#d8dee9',
  '#8b93a7',
  '#ff8b92',
  '#b8e0a0',
  '#f0d399',
  '#99b9ff',
  '#d3b6ff',
  '#a0dcff',
  '#ffffff',
] as const

type Run = {
  readonly column: number
  readonly text: string
  readonly columns: number
  readonly fill: string
  readonly isBold: boolean
  readonly isInverse: boolean
}

/** Returns what a picture of a screen is called. */
export function titleOf(name: string): string {
  return `guardrail-coach: ${name.replaceAll('-', ' ')}`
}

/** Returns what a terminal shows as an SVG picture; the same screen gives the same bytes. */
export function svgOfScreen(screen: VirtualScreen, title: string): string {
  return page(sizeOf(screen), title, '', rowsOf(screen).join('\n'))
}

/** A picture of a moving one: what each row showed, and for how many seconds. */
export type Frame = { readonly rows: readonly string[]; readonly seconds: number }

/** Returns a frame of what a terminal shows now. */
export function frameOf(screen: VirtualScreen, seconds: number): Frame {
  return { rows: rowsOf(screen), seconds }
}

/**
 * Returns frames as one SVG picture that plays them over and over, by style sheet alone: no script, no other file. A row
 * that stays the same over several frames is in it once. Who asked the system for less motion sees the last frame.
 */
export function svgOfFrames(screen: VirtualScreen, frames: readonly Frame[], title: string): string {
  const whole = frames.reduce((sum, frame) => sum + frame.seconds, 0)
  const percent = (seconds: number): string => `${round((seconds / whole) * 10_000) / 100}%`
  const styles = new Map<string, string>()
  const parts: string[] = []
  const height = Math.max(...frames.map(frame => frame.rows.length))
  for (let row = 0; row < height; row++)
    for (const { from, to, svg } of stretches(frames, row)) {
      if (svg === '') continue
      const key = `${percent(from)}-${percent(to)}`
      const name = styles.get(key) ?? `f${styles.size}`
      styles.set(key, name)
      parts.push(`<g class="${name}${to === whole ? ' last' : ''}">${svg}</g>`)
    }
  const rules = [...styles].map(([key, name]) => {
    const [from = '0%', to = '100%'] = key.split('-')
    const before = from === '0%' ? '' : `0%{opacity:0}`
    const after = to === '100%' ? '' : `${to}{opacity:0}`
    return `@keyframes ${name}{${before}${from}{opacity:1}${after}}.${name}{animation:${name} ${round(whole)}s step-end infinite}`
  })
  const still = '@media (prefers-reduced-motion:reduce){g[class]{animation:none;opacity:0}g.last{opacity:1}}'
  return page(sizeOf(screen), title, `<style>${rules.join('')}${still}</style>`, parts.join('\n'))
}

/** The stretches of time in which a row shows the same, in seconds from the start. */
function stretches(
  frames: readonly Frame[],
  row: number,
): readonly { from: number; to: number; svg: string }[] {
  const found: { from: number; to: number; svg: string }[] = []
  let at = 0
  for (const { rows, seconds } of frames) {
    const svg = rows[row] ?? ''
    const last = found.at(-1)
    if (last?.svg === svg) last.to = at + seconds
    else found.push({ from: at, to: at + seconds, svg })
    at += seconds
  }
  return found
}

function sizeOf({ terminal }: VirtualScreen): { readonly width: number; readonly height: number } {
  return {
    width: Math.ceil(terminal.cols * CELL.width + 2 * PADDING),
    height: Math.ceil(terminal.rows * CELL.height + 2 * PADDING),
  }
}

function rowsOf(screen: VirtualScreen): readonly string[] {
  return Array.from({ length: screen.terminal.rows }, (_, row) =>
    rowRuns(screen, row)
      .map(run => drawRun(run, row))
      .join(''),
  )
}

function page(
  { width, height }: { readonly width: number; readonly height: number },
  title: string,
  style: string,
  body: string,
): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    ...(style === '' ? [] : [style]),
    `<rect width="100%" height="100%" rx="6" fill="${PAPER}"/>`,
    `<g font-family="${FONT}" font-size="14" xml:space="preserve">`,
    ...body.split('\n').filter(line => line !== ''),
    '</g>',
    '</svg>',
    '',
  ].join('\n')
}

function rowRuns(screen: VirtualScreen, row: number): readonly Run[] {
  const { active } = screen.terminal.buffer
  const line = active.getLine(active.viewportY + row)
  const runs: Run[] = []
  for (let column = 0; line && column < screen.terminal.cols; column++) {
    const cell = line.getCell(column)
    if (!cell || cell.getWidth() === 0) continue
    const text = cell.getChars() || ' '
    const fill = cell.isFgPalette() ? (PALETTE[cell.getFgColor()] ?? INK) : INK
    const style = { fill, isBold: cell.isBold() !== 0, isInverse: cell.isInverse() !== 0 }
    const last = runs.at(-1)
    const isSame =
      last !== undefined &&
      cell.getWidth() === 1 &&
      last.fill === style.fill &&
      last.isBold === style.isBold &&
      last.isInverse === style.isInverse
    if (isSame) runs[runs.length - 1] = { ...last, text: last.text + text, columns: last.columns + 1 }
    else runs.push({ column, text, columns: cell.getWidth(), ...style })
  }
  return runs.filter(run => run.isInverse || run.text.trim() !== '')
}

function drawRun({ column, text, columns, fill, isBold, isInverse }: Run, row: number): string {
  const x = round(PADDING + column * CELL.width)
  const y = PADDING + row * CELL.height
  const box = isInverse
    ? `<rect x="${x}" y="${y}" width="${round(columns * CELL.width)}" height="${CELL.height}" fill="${fill}"/>`
    : ''
  const lead = text.length - text.trimStart().length
  const shown = text.trim()
  if (shown === '') return box
  const start = round(PADDING + (column + lead) * CELL.width)
  const length = round((columns - lead - (text.length - text.trimEnd().length)) * CELL.width)
  const weight = isBold ? ' font-weight="bold"' : ''
  return `${box}<text x="${start}" y="${y + 14}" textLength="${length}" fill="${isInverse ? PAPER : fill}"${weight}>${escaped(shown)}</text>`
}

function round(number: number): number {
  return Math.round(number * 10) / 10
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`)
}
