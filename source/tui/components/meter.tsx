import { GLYPHS } from '../theme/glyphs.js'
import { Text } from './text.js'

type MeterProps = { readonly done: number; readonly total: number; readonly columns: number }

/** A bar; full at `total`. An unknown total gives an empty bar. */
export function Meter({ done, total, columns }: MeterProps) {
  const filled = total > 0 ? Math.min(columns, Math.round((done / total) * columns)) : 0
  return (
    <Text>
      <Text tone="accent">{GLYPHS.full.repeat(filled)}</Text>
      <Text tone="quiet">{GLYPHS.empty.repeat(columns - filled)}</Text>
    </Text>
  )
}
