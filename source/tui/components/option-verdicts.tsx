import { Box } from 'ink'
import type { QuestionOption } from '../../core/lesson/lesson.js'
import { GLYPHS } from '../theme/glyphs.js'
import { Prose } from './prose.js'
import { Text } from './text.js'

type OptionVerdictsProps = {
  readonly options: readonly QuestionOption[]
  readonly chosen: QuestionOption | null
}

/** What every option of a question is worth, with the reason; the reason of the chosen one stands above already. */
export function OptionVerdicts({ options, chosen }: OptionVerdictsProps) {
  return (
    <Box flexDirection="column" flexShrink={0}>
      {options.map((option, index) => {
        const isChosen = option.text === chosen?.text
        const isRight = option.verdict === 'right'
        return (
          <Box key={option.text} flexDirection="column" flexShrink={0}>
            <Text tone={isRight ? 'good' : undefined} isBold={isChosen}>
              {`${isRight ? GLYPHS.right : GLYPHS.wrong} ${index + 1}  ${option.text}${isChosen ? '  (your answer)' : ''}`}
            </Text>
            {!isChosen && <Prose tone="quiet" indent={5} text={option.reason} />}
          </Box>
        )
      })}
    </Box>
  )
}
