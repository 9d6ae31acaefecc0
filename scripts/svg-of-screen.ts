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

/** Returns what a terminal shows as an SVG picture; the same screen gives the same bytes. */
export function svgOfScreen(screen: VirtualScreen, title: string): string {
  const { cols, rows } = screen.terminal
  const width = Math.ceil(cols * CELL.width + 2 * PADDING)
  const height = Math.ceil(rows * CELL.height + 2 * PADDING)
  const body = Array.from({ length: rows }, (_, row) =>
    rowRuns(screen, row)
      .map(run => drawRun(run, row))
      .join(''),
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="100%" height="100%" rx="6" fill="${PAPER}"/>`,
    `<g font-family="${FONT}" font-size="14" xml:space="preserve">`,
    ...body.filter(line => line !== ''),
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
