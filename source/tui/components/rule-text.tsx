import { Prose } from './prose.js'

type RuleTextProps = {
  readonly text: string
  readonly scope: readonly string[]
  /** Columns it may take, when that is not the whole body. */
  readonly columns?: number
}

/** A learned rule as an assistant reads it. */
export function RuleText({ text, scope, columns }: RuleTextProps) {
  const where = scope.length > 0 && !text.includes(scope[0] ?? '') ? ` (${scope.join(', ')})` : ''
  return <Prose indent={2} text={text + where} {...(columns === undefined ? {} : { columns })} />
}
