import { Box } from 'ink'
import { estimateTokens } from '../../../core/guardrail/estimate-tokens.js'
import { checkScope, globWords } from '../../../core/guardrail/scope-check.js'
import { countWords, lintText, MOST_WORDS } from '../../../core/learned-rule/lint-text.js'
import type { SectionLine } from '../../../core/learned-rule/review-sections.js'
import type { RuleAsk } from '../../../core/session/rules-screen.js'
import { count } from '../../../core/text/words.js'
import { Prose } from '../../components/prose.js'
import { SectionLines } from '../../components/section-list.js'
import { Text } from '../../components/text.js'
import { TextField } from '../../components/text-field.js'
import { useSession } from '../../session/use-session.js'

const QUESTIONS: Readonly<Record<RuleAsk['of'], string>> = {
  edit: 'The sentence, at most 40 words:',
  scope: 'Where it applies: globs, commas between them. Empty means the whole project.',
  retire: 'Why is it retired? The reason stays on record.',
}

/** A line being typed for a rule, and what is to be said of it so far. */
export function RuleAskView({ ask, columns }: { readonly ask: RuleAsk; readonly columns: number }) {
  const files = useSession(session => session.review?.files ?? NO_FILES)
  const { text } = ask.field
  return (
    <Box flexDirection="column" width={columns}>
      <Text isBold>{QUESTIONS[ask.of]}</Text>
      <TextField label=">" field={ask.field} />
      <Box marginTop={1} flexDirection="column">
        {ask.of === 'edit' && <SectionLines lines={lintLines(text)} columns={columns} />}
        {ask.of === 'scope' && <SectionLines lines={scopeLines(text, files)} columns={columns} />}
        {ask.of === 'retire' && (
          <Prose
            tone="quiet"
            columns={columns}
            text="The rule leaves the files of your assistants at the next sync. r restores it."
          />
        )}
      </Box>
    </Box>
  )
}

const NO_FILES: readonly string[] = []

function lintLines(text: string): readonly SectionLine[] {
  const issues = lintText(text)
  const size = `${countWords(text)} of ${MOST_WORDS} words, about ${estimateTokens(text)} tokens`
  return [
    { text: size, kind: 'text' },
    ...issues.map(
      ({ level, message }): SectionLine => ({ text: message, kind: level === 'refuse' ? 'failed' : 'asks' }),
    ),
    ...(issues.length === 0 ? [{ text: 'Nothing is wrong with it.', kind: 'passed' } as const] : []),
  ]
}

function scopeLines(text: string, files: readonly string[]): readonly SectionLine[] {
  const checks = checkScope(text, files)
  if (checks.length === 0)
    return [{ text: `the whole project: ${count(files.length, 'file')}`, kind: 'text' }]
  return checks.map(check => ({
    text: `${check.glob}  ${globWords(check)}`,
    kind: !check.isSafe ? 'failed' : check.files === 0 ? 'asks' : 'passed',
  }))
}
