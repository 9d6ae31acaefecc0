import { Box } from 'ink'
import type { QuestionOption } from '../../../core/lesson/lesson.js'
import type { Check } from '../../../core/session/session.js'
import { OptionVerdicts } from '../../components/option-verdicts.js'
import { Paragraph } from '../../components/paragraph.js'
import { Prose } from '../../components/prose.js'
import { QuestionView } from '../../components/question-view.js'
import { Scroll } from '../../components/scroll.js'
import { Text } from '../../components/text.js'
import { useBodySize } from '../../session/use-body-size.js'

type CheckScreenProps = {
  readonly check: Check
  readonly cursor: number
  readonly picked: number | null
  readonly scroll: number
}

/** One question about the lesson; after the answer, what every option is worth. */
export function CheckScreen({ check, cursor, picked, scroll }: CheckScreenProps) {
  const { rows } = useBodySize()
  const { question, options } = check
  const chosen = picked === null ? undefined : options[picked]
  if (!chosen) return <QuestionView question={question} options={options} cursor={cursor} />
  return (
    <Scroll offset={scroll} height={rows}>
      <Paragraph>
        <Prose isBold text={question.prompt} />
      </Paragraph>
      <Verdict chosen={chosen} options={options} idea={question.idea} code={question.code} />
    </Scroll>
  )
}

type VerdictProps = {
  readonly chosen: QuestionOption
  readonly options: readonly QuestionOption[]
  readonly idea: string
  readonly code: string
}

const VERDICTS = {
  right: 'Right.',
  neutral: 'Not quite: it neither helps nor hurts.',
  wrong: 'Not this one.',
} as const

function Verdict({ chosen, options, idea, code }: VerdictProps) {
  return (
    <Box flexDirection="column" flexShrink={0}>
      <Paragraph>
        <Text isBold tone={chosen.verdict === 'right' ? 'good' : 'warn'}>
          {VERDICTS[chosen.verdict]}
        </Text>
        <Prose text={chosen.reason} />
      </Paragraph>
      <OptionVerdicts options={options} chosen={chosen} code={code} />
      <Box marginTop={1}>
        <Text>
          <Text isBold tone="accent">
            {'To keep: '}
          </Text>
          {idea}
        </Text>
      </Box>
    </Box>
  )
}
