import { Box } from 'ink'
import { shownHunks } from '../../../core/fix/shown-hunks.js'
import type { FixScreen as Shown } from '../../../core/session/screen.js'
import { type FixChoice, fixChoices } from '../../../core/session/selectors.js'
import { Choice } from '../../components/choice.js'
import { DiffView } from '../../components/diff-view.js'
import { Prose } from '../../components/prose.js'
import { Scroll } from '../../components/scroll.js'
import { Text } from '../../components/text.js'
import { TextField } from '../../components/text-field.js'
import { useBodySize } from '../../session/use-body-size.js'
import { useSession } from '../../session/use-session.js'
import { ChoiceLine } from './choice-line.js'

/** Columns from which two files fit beside each other. */
const WIDE = 100

/** The ways to mend the finding, and what the marked one would change. */
export function FixScreen({ screen }: { readonly screen: Shown }) {
  const { columns, rows } = useBodySize()
  const choices = useSession(fixChoices)
  const editor = useSession(session => session.editor)
  const tested = useSession(session => session.visit?.tested) ?? {}
  const marked = choices[screen.cursor]
  const items = choices.map((choice, index) => ({ value: String(index + 1), choice }))
  const used = choices.length + 1
  return (
    <Box flexDirection="column">
      <Choice
        items={items}
        cursor={screen.cursor}
        renderItem={({ value, choice }, isMarked) => (
          <ChoiceLine
            number={value}
            choice={choice}
            tests={choice.kind === 'fix' ? tested[choice.fix.id] : undefined}
            editor={editor}
            isMarked={isMarked}
            columns={columns - 2}
          />
        )}
      />
      <Box marginTop={1} flexDirection="column">
        {screen.hole && <Hole hole={screen.hole} />}
        <Scroll offset={screen.scroll} height={Math.max(3, rows - used - (screen.hole ? HOLE_ROWS : 0))}>
          <Change
            choice={marked}
            columns={columns}
            isSideBySide={screen.isSideBySide && columns >= WIDE - 2}
          />
        </Scroll>
      </Box>
    </Box>
  )
}

/** Rows of the question, the field, the example and the blank line below them. */
const HOLE_ROWS = 4

function Hole({ hole }: { readonly hole: NonNullable<Shown['hole']> }) {
  return (
    <Box flexDirection="column" height={HOLE_ROWS} overflow="hidden" flexShrink={0}>
      <Text wrap="truncate">{hole.hole.question}</Text>
      <TextField label=">" field={hole.field} />
      <Text tone="quiet">{`Takes the place of ${hole.hole.placeholder} below.`}</Text>
    </Box>
  )
}

type ChangeProps = {
  readonly choice: FixChoice | undefined
  readonly columns: number
  readonly isSideBySide: boolean
}

function Change({ choice, columns, isSideBySide }: ChangeProps) {
  if (!choice) return null
  if (choice.kind === 'manual')
    return (
      <Prose
        tone="quiet"
        text="Shows the pattern and waits: edit here or in another window; each save is scanned."
      />
    )
  if (choice.kind === 'exempt')
    return (
      <Prose
        tone="quiet"
        text="Asks for the reason and keeps it with the project. The code stays as it is."
      />
    )
  if (choice.kind === 'ask')
    return (
      <Prose
        tone="quiet"
        text={`Shows what ${choice.assistant.name} would be asked. Its fix comes back as a diff, tried like the others.`}
      />
    )
  const { attempt } = choice
  if (!attempt) return <Text tone="quiet">Working it out.</Text>
  if (!attempt.preview)
    return <Prose tone="warn" text={attempt.problem?.message ?? 'This fix does not fit here.'} />
  return (
    <Box flexDirection="column" flexShrink={0}>
      {attempt.preview.note !== '' && (
        <Box marginBottom={1}>
          <Prose text={attempt.preview.note} />
        </Box>
      )}
      <DiffView hunks={shownHunks(attempt.preview)} columns={columns} isSideBySide={isSideBySide} />
    </Box>
  )
}
