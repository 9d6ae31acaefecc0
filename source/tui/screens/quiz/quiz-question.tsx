import { Box } from 'ink'
import type { QuizTurnShown } from '../../../core/session/quiz-screen.js'
import { Choice } from '../../components/choice.js'
import { CodeBlock } from '../../components/code-block.js'
import { OptionView } from '../../components/option-view.js'
import { Paragraph } from '../../components/paragraph.js'
import { Prose } from '../../components/prose.js'
import { Scroll } from '../../components/scroll.js'
import { Text } from '../../components/text.js'
import { TextField } from '../../components/text-field.js'
import { useBodySize } from '../../session/use-body-size.js'

/** A question with its options: lines to point at, answers to choose, steps to order, or a hole to fill. */
export function QuizQuestion({ turn }: { readonly turn: QuizTurnShown }) {
  const { rows } = useBodySize()
  const { question, from } = turn.asked.item
  // The options of "spot the line" are the code's own lines: showing the code too would say it twice.
  const isCodeShown = question.code !== '' && question.format !== 'spot-the-line'
  return (
    <Scroll offset={turn.scroll} height={rows}>
      {from && <Text tone="quiet">{`From your code: ${from.path}, fixed on ${from.fixedOn}.`}</Text>}
      <Paragraph>
        <Prose isBold text={question.prompt} />
      </Paragraph>
      {isCodeShown && <CodeBlock code={question.code} />}
      {turn.field ? <TextField label="Your answer:" field={turn.field} /> : <Options turn={turn} />}
      {turn.isHinted && (
        <Box marginTop={1}>
          <Prose tone="warn" text={`Hint: ${question.hint}`} />
        </Box>
      )}
      {!turn.isSure && <Text tone="quiet">Not sure: a right answer comes back sooner.</Text>}
    </Scroll>
  )
}

function Options({ turn }: { readonly turn: QuizTurnShown }) {
  const { question } = turn.asked.item
  const isOrder = question.format === 'order-the-steps'
  const items = turn.asked.options.map((option, index) => ({ value: String(index + 1), option, index }))
  return (
    <Choice
      items={items}
      cursor={turn.cursor}
      renderItem={({ value, option, index }, isMarked) => {
        const place = turn.picks.indexOf(index)
        return (
          <OptionView
            mark={`${value}  `}
            text={option.text}
            code={question.code}
            isBold={isMarked}
            note={isOrder && place >= 0 && <Text tone="accent">{`  step ${place + 1}`}</Text>}
          />
        )
      }}
    />
  )
}
