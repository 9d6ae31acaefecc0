import type { FixChoice } from '../../../core/session/selectors.js'
import type { Attempt } from '../../../core/session/session.js'
import { count } from '../../../core/text/words.js'
import { Text } from '../../components/text.js'
import { clip, columnsOf } from '../../theme/measure.js'
import type { Tone } from '../../theme/tones.js'

type ChoiceLineProps = {
  readonly number: string
  readonly choice: FixChoice
  readonly editor: string | null
  readonly isMarked: boolean
  readonly columns: number
}

/** One way to mend the finding, with what trying it showed. */
export function ChoiceLine({ number, choice, editor, isMarked, columns }: ChoiceLineProps) {
  const { text, tone } = choice.kind === 'fix' ? tried(choice.attempt) : { text: '', tone: undefined }
  const mark = columns >= 60 ? text : ''
  const room = columns - 3 - (mark === '' ? 0 : columnsOf(mark) + 2)
  const title = clip(titleOf(choice, editor), room)
  const gap = ' '.repeat(Math.max(2, columns - 3 - columnsOf(title) - columnsOf(mark)))
  return (
    <Text wrap="truncate">
      <Text tone="quiet">{`${number}  `}</Text>
      <Text isBold={isMarked}>{title}</Text>
      {mark !== '' && <Text tone={tone}>{gap + mark}</Text>}
    </Text>
  )
}

function titleOf(choice: FixChoice, editor: string | null): string {
  if (choice.kind === 'fix') return choice.fix.title
  if (choice.kind === 'exempt') return 'Not a problem here…'
  return editor === null ? 'Edit it myself (no editor is set)' : `Edit it myself in ${editor}`
}

/** Returns what is known of a fix before it is chosen. */
export function tried(attempt: Attempt | null): { readonly text: string; readonly tone: Tone | undefined } {
  if (!attempt) return { text: 'trying', tone: 'quiet' }
  const { preview, trial, problem } = attempt
  if (!preview) return { text: 'does not fit here', tone: 'quiet' }
  if (preview.holes.length > 0)
    return { text: `asks you ${count(preview.holes.length, 'thing')}`, tone: 'accent' }
  if (problem) return { text: 'could not be tried', tone: 'warn' }
  if (!trial) return { text: 'trying', tone: 'quiet' }
  if (trial.verified && trial.checkedBy === 'text')
    return { text: 'tried: code gone, not verified', tone: 'warn' }
  if (trial.verified) return { text: 'tried: parses, finding gone', tone: 'good' }
  if (!trial.parses) return { text: 'tried: does not parse', tone: 'warn' }
  if (!trial.findingGone) return { text: 'tried: finding stays', tone: 'warn' }
  return { text: `tried: brings ${count(trial.newFindings.length, 'new finding')}`, tone: 'warn' }
}
