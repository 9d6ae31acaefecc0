import { type TestMark, testWords } from '../../../core/project-tests/test-run.js'
import type { FixChoice } from '../../../core/session/selectors.js'
import type { Attempt } from '../../../core/session/session.js'
import { count } from '../../../core/text/words.js'
import { Text } from '../../components/text.js'
import { GLYPHS } from '../../theme/glyphs.js'
import { clip, columnsOf } from '../../theme/measure.js'
import type { Tone } from '../../theme/tones.js'

type ChoiceLineProps = {
  readonly number: string
  readonly choice: FixChoice
  /** What the project's tests said of this fix, when they were run on it. */
  readonly tests: TestMark | undefined
  readonly editor: string | null
  readonly isMarked: boolean
  readonly columns: number
}

/** What is known of a fix before it is chosen: the same thing said at length, shorter, and as a sign. */
export type Tried = { readonly forms: readonly string[]; readonly tone: Tone | undefined }

/** Columns of the row's number. */
const NUMBER = 3
/** Columns from which a short form is worth more than the end of the title. */
const WIDE = 60

/** One way to mend the finding, with what trying it showed. */
export function ChoiceLine({ number, choice, tests, editor, isMarked, columns }: ChoiceLineProps) {
  const { forms, tone } =
    choice.kind === 'fix' ? tried(choice.attempt, tests) : { forms: [''], tone: undefined }
  const whole = titleOf(choice, editor)
  const room = columns - NUMBER
  const fitting = forms.find(form => columnsOf(whole) + columnsOf(form) + 2 <= room)
  const mark = fitting ?? forms.at(columns >= WIDE ? -2 : -1) ?? ''
  const title = clip(whole, room - (mark === '' ? 0 : columnsOf(mark) + 2))
  const gap = ' '.repeat(Math.max(0, room - columnsOf(title) - columnsOf(mark)))
  return (
    <Text wrap="truncate">
      <Text tone="quiet">{number.padEnd(NUMBER)}</Text>
      <Text isBold={isMarked}>{title}</Text>
      {mark !== '' && <Text tone={tone}>{gap + mark}</Text>}
    </Text>
  )
}

function titleOf(choice: FixChoice, editor: string | null): string {
  if (choice.kind === 'fix') return choice.fix.title
  if (choice.kind === 'exempt') return 'Not a problem here…'
  if (choice.kind === 'ask') return `Ask ${choice.assistant.name} to write it…`
  return editor === null ? 'Edit it myself…' : `Edit it myself in ${editor}…`
}

/** Returns what is known of a fix, longest form first, a sign last. */
export function tried(attempt: Attempt | null, tests?: TestMark): Tried {
  if (!attempt) return { forms: ['trying', GLYPHS.ellipsis], tone: 'quiet' }
  const { preview, trial, problem } = attempt
  if (!preview) return { forms: ['does not fit here', GLYPHS.wrong], tone: 'quiet' }
  if (preview.holes.length > 0)
    return { forms: [`asks you ${count(preview.holes.length, 'thing')}`, '?'], tone: 'accent' }
  if (problem) return { forms: ['could not be tried', GLYPHS.wrong], tone: 'warn' }
  if (!trial) return { forms: ['trying', GLYPHS.ellipsis], tone: 'quiet' }
  if (trial.verified && tests) return tested(tests)
  if (trial.verified)
    return { forms: ['tried: parses, finding gone', 'tried: finding gone', GLYPHS.right], tone: 'good' }
  return { forms: [`tried: ${whyNot(trial)}`, GLYPHS.wrong], tone: 'warn' }
}

function tested(tests: TestMark): Tried {
  const words = testWords(tests)
  const isGood = tests.outcome === 'passed'
  return {
    forms: [`tried: parses, finding gone, ${words}`, `tried: ${words}`, isGood ? GLYPHS.right : GLYPHS.wrong],
    tone: isGood ? 'good' : 'warn',
  }
}

function whyNot(trial: NonNullable<Attempt['trial']>): string {
  if (!trial.parses) return 'does not parse'
  if (!trial.findingGone) return 'finding stays'
  return `brings ${count(trial.newFindings.length, 'new finding')}`
}
