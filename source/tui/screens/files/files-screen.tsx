import { Box } from 'ink'
import { fileBudget, limitWords, nextOutWords } from '../../../core/guardrail/budget-words.js'
import { writtenLines } from '../../../core/guardrail/written-lines.js'
import type { FilePlan } from '../../../core/session/file-plan.js'
import { type PreviewedFile, previewedFiles, readersOf } from '../../../core/session/previewed-files.js'
import { guardrailName } from '../../../core/session/rule-selectors.js'
import type { FilesScreen as Shown, Written } from '../../../core/session/rules-screen.js'
import { count } from '../../../core/text/words.js'
import { BlockMeter } from '../../components/block-meter.js'
import { Prose } from '../../components/prose.js'
import { Scroll } from '../../components/scroll.js'
import { Text } from '../../components/text.js'
import { useBodySize } from '../../session/use-body-size.js'
import { useSession } from '../../session/use-session.js'
import { clip, clipPath, columnsOf } from '../../theme/measure.js'
import { FileBody } from './file-body.js'

/** What every assistant will read, file by file, before anything is written; then what was written. */
export function FilesScreen({ screen }: { readonly screen: Shown }) {
  const { plan, written } = screen
  if (written) return <WrittenView written={written} scroll={screen.scroll} />
  if (!plan) return <Text tone="quiet">Working out which files would change.</Text>
  const files = previewedFiles(plan)
  const file = files[Math.min(screen.cursor, files.length - 1)]
  return file ? (
    <Preview screen={screen} plan={plan} file={file} files={files.length} />
  ) : (
    <NoFiles plan={plan} />
  )
}

type PreviewProps = {
  readonly screen: Shown
  readonly plan: FilePlan
  readonly file: PreviewedFile
  readonly files: number
}

function Preview({ screen, plan, file, files }: PreviewProps) {
  const { columns, rows } = useBodySize()
  const { planned } = file
  const weaknesses = useSession(session => session.weaknesses)
  const next = nextOutWords(plan.budget, one => guardrailName(one, weaknesses))
  const limit = planned && limitWords(planned)
  const notes = plan.notes.length > 0 && rows > 14 ? plan.notes.slice(0, 2) : []
  const head = 3 + (planned ? 1 : 0) + (limit ? 1 : 0) + notes.length
  return (
    <Box flexDirection="column">
      <Text isBold wrap="truncate">
        {headline(plan)}
      </Text>
      <Text wrap="truncate">
        <Text tone="accent">{`${Math.min(screen.cursor, files - 1) + 1} of ${files}  `}</Text>
        {clip(readersOf(file), columns - columnsOf(`${files} of ${files}  `))}
      </Text>
      <Text wrap="truncate">
        {clipPath(file.path, columns - columnsOf(stateOf(file)) - 2)}
        <Text tone="quiet">{`  ${stateOf(file)}`}</Text>
      </Text>
      {planned && planned.role !== 'entry' && (
        <BlockMeter
          budget={fileBudget(planned, plan.budget)}
          next={planned.role === 'always' ? next : ROLES[planned.role]}
          columns={columns}
        />
      )}
      {limit && <Text tone="warn">{limit}</Text>}
      {notes.map(note => (
        <Text key={note} tone="quiet" wrap="truncate">
          {note}
        </Text>
      ))}
      <Box marginTop={rows > 12 ? 1 : 0}>
        <Scroll offset={screen.scroll} height={Math.max(3, rows - head - (rows > 12 ? 1 : 0))}>
          <FileBody file={file} isWhole={screen.isWhole} columns={columns} />
        </Scroll>
      </Box>
    </Box>
  )
}

const ROLES = {
  scoped: 'read for these files only',
  skill: 'read when it matters',
  entry: 'names our file',
} as const

function headline({ changes, handEdits, refusals }: FilePlan): string {
  const left = handEdits.length + refusals.length
  const alone = left > 0 ? ` ${count(left, 'file is', 'files are')} left alone.` : ''
  if (changes.length === 0)
    return left > 0 ? `Nothing would be written.${alone}` : 'The files of your assistants are up to date.'
  return `${count(changes.length, 'file')} would change. Nothing is written yet.${alone}`
}

const KINDS = { create: 'new file', update: 'changes', delete: 'is deleted' } as const

function stateOf({ change, handEdit, refusal }: PreviewedFile): string {
  if (handEdit) return 'edited by hand'
  if (refusal !== null) return 'left alone'
  return change ? KINDS[change.kind] : 'up to date'
}

function NoFiles({ plan }: { readonly plan: FilePlan }) {
  return (
    <Box flexDirection="column">
      <Text isBold>No assistant would be written to.</Text>
      {[...plan.refusals.map(({ reason }) => reason), ...plan.notes].map(text => (
        <Prose key={text} text={text} />
      ))}
    </Box>
  )
}

function WrittenView({ written, scroll }: { readonly written: Written; readonly scroll: number }) {
  const { rows, columns } = useBodySize()
  const paths = written.changes.map(change => change.path).join(', ')
  return (
    <Scroll offset={scroll} height={rows}>
      <Prose text={`Written: ${paths}.`} tone="good" isBold />
      <Text> </Text>
      {writtenLines(written.changes, written.status).map((line, index) =>
        line === '' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a summary have no other identity
          <Text key={index}> </Text>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a summary have no other identity
          <Prose key={index} text={line} columns={columns} />
        ),
      )}
      <Text> </Text>
      <Prose
        text="Assistants read them at their next start. Commit them, so that your team's do too."
        tone="quiet"
      />
    </Scroll>
  )
}
