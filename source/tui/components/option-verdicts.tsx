import { Box } from 'ink'
import type { QuestionOption } from '../../core/lesson/lesson.js'
import { GLYPHS } from '../theme/glyphs.js'
import { OptionView } from './option-view.js'
import { Prose } from './prose.js'
import { Text } from './text.js'

type OptionVerdictsProps = {
  readonly options: readonly QuestionOption[]
  readonly chosen: QuestionOption | null
  readonly code: string
}

/** What every option of a question is worth, with the reason; the reason of the chosen one stands above already. */
export function OptionVerdicts({ options, chosen, code }: OptionVerdictsProps) {
  return (
    <Box flexDirection="column" flexShrink={0}>
      {options.map((option, index) => {
        const isChosen = option.text === chosen?.text
        const isRight = option.verdict === 'right'
        return (
          <Box key={option.text} flexDirection="column" flexShrink={0}>
            <OptionView
              mark={`${isRight ? GLYPHS.right : GLYPHS.wrong} ${index + 1}  `}
              text={option.text}
              code={code}
              tone={isRight ? 'good' : undefined}
              isBold={isChosen}
              note={isChosen && <Text tone="quiet">{'  (your answer)'}</Text>}
            />
            {!isChosen && <Prose tone="quiet" indent={5} text={option.reason} />}
          </Box>
        )
      })}
    </Box>
  )
}
