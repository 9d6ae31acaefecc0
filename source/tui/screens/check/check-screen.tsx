import { Box } from 'ink'
import type { QuestionOption } from '../../../core/lesson/lesson.js'
import type { Check } from '../../../core/session/session.js'
import { Choice } from '../../components/choice.js'
import { OptionVerdicts } from '../../components/option-verdicts.js'
import { Paragraph } from '../../components/paragraph.js'
import { Prose } from '../../components/prose.js'
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
  const chosen = picked === null ? null : options[picked]
  return (
    <Scroll offset={scroll} height={rows}>
      <Paragraph>
        <Prose isBold text={question.prompt} />
      </Paragraph>
      {question.code !== '' && picked === null && (
        <Paragraph>
          {question.code.split('\n').map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of code have no other identity
            <Text key={index} wrap="truncate">{`  ${line}`}</Text>
          ))}
        </Paragraph>
      )}
      {chosen ? (
        <Verdict chosen={chosen} options={options} idea={question.idea} />
      ) : (
        <Options options={options} cursor={cursor} />
      )}
    </Scroll>
  )
}

function Options({
  options,
  cursor,
}: {
  readonly options: readonly QuestionOption[]
  readonly cursor: number
}) {
  const items = options.map((option, index) => ({ value: String(index + 1), option }))
  return (
    <Choice
      items={items}
      cursor={cursor}
      renderItem={({ value, option }, isMarked) => (
        <Box>
          <Text tone="quiet">{`${value}  `}</Text>
          <Text isBold={isMarked}>{option.text}</Text>
        </Box>
      )}
    />
  )
}

type VerdictProps = {
  readonly chosen: QuestionOption
  readonly options: readonly QuestionOption[]
  readonly idea: string
}

const VERDICTS = {
  right: 'Right.',
  neutral: 'Not quite: it neither helps nor hurts.',
  wrong: 'Not this one.',
} as const

function Verdict({ chosen, options, idea }: VerdictProps) {
  return (
    <Box flexDirection="column" flexShrink={0}>
      <Paragraph>
        <Text isBold tone={chosen.verdict === 'right' ? 'good' : 'warn'}>
          {VERDICTS[chosen.verdict]}
        </Text>
        <Prose text={chosen.reason} />
      </Paragraph>
      <OptionVerdicts options={options} chosen={chosen} />
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
