import { Box } from 'ink'
import type { QuestionOption } from '../../../core/lesson/lesson.js'
import type { Check } from '../../../core/session/session.js'
import { Choice } from '../../components/choice.js'
import { CodeBlock } from '../../components/code-block.js'
import { OptionVerdicts } from '../../components/option-verdicts.js'
import { OptionView } from '../../components/option-view.js'
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
      {question.code !== '' && picked === null && <CodeBlock code={question.code} />}
      {chosen ? (
        <Verdict chosen={chosen} options={options} idea={question.idea} code={question.code} />
      ) : (
        <Options options={options} cursor={cursor} code={question.code} />
      )}
    </Scroll>
  )
}

type OptionsProps = Pick<CheckScreenProps, 'cursor'> & {
  readonly options: readonly QuestionOption[]
  readonly code: string
}

function Options({ options, cursor, code }: OptionsProps) {
  const items = options.map((option, index) => ({ value: String(index + 1), option }))
  return (
    <Choice
      items={items}
      cursor={cursor}
      renderItem={({ value, option }, isMarked) => (
        <OptionView mark={`${value}  `} text={option.text} code={code} isBold={isMarked} />
      )}
    />
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
