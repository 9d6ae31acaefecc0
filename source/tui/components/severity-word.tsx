import type { Severity } from '../../core/finding/severity.js'
import { toneOf } from '../theme/tones.js'
import { Text } from './text.js'

/** A severity: the word in its colour, padded to the longest of the four. */
export function SeverityWord({ severity }: { readonly severity: Severity }) {
  return <Text tone={toneOf(severity)}>{severity.padEnd(8)}</Text>
}
