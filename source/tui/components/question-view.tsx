import { Box } from 'ink'
import type { ReactNode } from 'react'
import type { Question, QuestionOption } from '../../core/lesson/lesson.js'
import { codeLines, optionLines } from '../../core/quiz/option-lines.js'
import { useBodySize } from '../session/use-body-size.js'
import { clip, codeText, wrap } from '../theme/measure.js'
import { Choice } from './choice.js'
import { OptionView } from './option-view.js'
import { Paragraph } from './paragraph.js'
import { Prose } from './prose.js'
import { Scroll } from './scroll.js'
import { Text } from './text.js'

type QuestionViewProps = {
  readonly question: Question
  /** In the order shown; empty when something is typed instead. */
  readonly options: readonly QuestionOption[]
  readonly cursor: number
  /** Said above the question. */
  readonly from?: string
  /** Positions picked so far, for steps to be put in order. */
  readonly picks?: readonly number[]
  /** Shown below the options. */
  readonly children?: ReactNode
}

/** Lines of code below which a piece of it says nothing. */
const LEAST = 4
/** Columns of an option's number and the menu's cursor before it. */
const LEAD = 5

/** A question and its options. When they are more than fit, the marked one is kept in sight. */
export function QuestionView(props: QuestionViewProps) {
  const { question, options, cursor, from = '', picks = [], children } = props
  const { columns, rows } = useBodySize()
  const heights = options.map(option =>
    optionLines(option.text, question.code).reduce((sum, line) => sum + wrap(line, columns - LEAD).length, 0),
  )
  const above = wrap(from, columns).length + wrap(question.prompt, columns).length
  const code = shownCode(question, heights, rows - above)
  const before = above + (code.length > 0 ? code.length + 1 : 0)
  const bottom = heights.slice(0, cursor + 1).reduce((sum, height) => sum + height, before)
  const items = options.map((option, index) => ({ value: String(index + 1), option, index }))
  return (
    <Scroll offset={cursor === 0 ? 0 : Math.max(0, bottom - rows + 1)} height={rows}>
      {from !== '' && <Prose tone="quiet" text={from} />}
      <Paragraph>
        <Prose isBold text={question.prompt} />
      </Paragraph>
      {code.length > 0 && (
        <Paragraph>
          <Text>{code.map(line => clip(`  ${codeText(line)}`, columns)).join('\n')}</Text>
        </Paragraph>
      )}
      {items.length > 0 && (
        <Choice
          items={items}
          cursor={cursor}
          renderItem={({ value, option, index }, isMarked) => (
            <OptionView
              mark={`${value}  `}
              text={option.text}
              code={question.code}
              isBold={isMarked}
              note={<Step place={picks.indexOf(index)} />}
            />
          )}
        />
      )}
      <Box flexDirection="column" flexShrink={0}>
        {children}
      </Box>
    </Scroll>
  )
}

function Step({ place }: { readonly place: number }) {
  return place < 0 ? null : <Text tone="accent">{`  step ${place + 1}`}</Text>
}

/** Returns the code above the options: whole where it fits, else its start, else nothing where the options show it. */
function shownCode(question: Question, heights: readonly number[], room: number): readonly string[] {
  // The options of "spot the line" are the code's own lines: showing the code too would say it twice.
  if (question.format === 'spot-the-line') return []
  const lines = codeLines(question.code)
  const free = room - heights.reduce((sum, height) => sum + height, 0) - 2
  if (lines.length <= Math.max(free, LEAST)) return lines
  if (heights.some(height => height > 1) && free < LEAST) return []
  const kept = Math.max(LEAST, free)
  return [...lines.slice(0, kept - 1), `… ${lines.length - kept + 1} more lines`]
}
