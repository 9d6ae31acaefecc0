import { changesOnly } from '../../../core/fix/hunk-lines.js'
import { shownHunks } from '../../../core/fix/shown-hunks.js'
import { stillThere } from '../../../core/fix/still-there.js'
import { lessonBlocks } from '../../../core/lesson/lesson-blocks.js'
import type { EditScreen as Shown } from '../../../core/session/fix-view.js'
import { sinkPlace } from '../../../core/session/selectors.js'
import type { Visit } from '../../../core/session/session.js'
import { count } from '../../../core/text/words.js'
import { DiffView } from '../../components/diff-view.js'
import { Paragraph } from '../../components/paragraph.js'
import { Prose } from '../../components/prose.js'
import { Scroll } from '../../components/scroll.js'
import { Text } from '../../components/text.js'
import { useBodySize } from '../../session/use-body-size.js'
import { useSession } from '../../session/use-session.js'
import { clip } from '../../theme/measure.js'

/** The developer edits by themselves: where, after what pattern, and what the last save brought. */
export function EditScreen({ screen, visit }: { readonly screen: Shown; readonly visit: Visit }) {
  const { rows } = useBodySize()
  return (
    <Scroll offset={screen.scroll} height={rows}>
      <Paragraph>
        <State screen={screen} visit={visit} />
      </Paragraph>
      <Pattern visit={visit} />
    </Scroll>
  )
}

function State({ screen, visit }: { readonly screen: Shown; readonly visit: Visit }) {
  const editor = useSession(session => session.editor)
  const { path, startLine } = visit.finding
  const { status, saves, trial, problem } = screen
  const times = saves === 0 ? '' : ` Saved ${count(saves, 'time')} so far.`
  if (status === 'open') return <Prose isBold tone="accent" text={`${editor} has the file.`} />
  if (status === 'checking') return <Prose isBold tone="accent" text="Scanning the file again." />
  return (
    <>
      {trial && <Prose isBold tone="bad" text="Your edit is not verified." />}
      {trial && <Prose text={`${stillThere(trial)} Your edit stays as it is.`} />}
      {problem && <Prose tone="warn" text={problem.message} />}
      <Prose isBold tone="accent" text={`Waiting for a save of ${path}, line ${startLine}.${times}`} />
      <Prose
        tone="quiet"
        text={
          editor === null
            ? 'Edit it in any editor; each save is scanned. Enter looks at once.'
            : `Enter opens ${editor}. An editor that has it open already is as good; each save is scanned.`
        }
      />
    </>
  )
}

/** A change of this very code where one was tried and holds, else the one of the lesson. */
function Pattern({ visit }: { readonly visit: Visit }) {
  const { columns } = useBodySize()
  const tried = Object.values(visit.attempts).find(attempt => attempt.trial?.verified && attempt.preview)
  if (tried?.preview)
    return (
      <Paragraph title={`One way that holds: ${tried.preview.fix.title}`}>
        <DiffView hunks={changesOnly(shownHunks(tried.preview))} columns={columns} />
      </Paragraph>
    )
  if (!visit.lesson) return <Prose tone="quiet" text={visit.finding.message} />
  const { path, line } = sinkPlace(visit.finding)
  const blocks = lessonBlocks(visit.lesson, { path, line, own: null, parameter: null }, false)
  const fix = blocks.find(block => block.kind === 'fix')
  const why = blocks.find(block => block.kind === 'why')
  return (
    <>
      {fix && (
        <Paragraph title="The pattern">
          {fix.lines.map(({ mark, text }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of code have no other identity, and may be alike
            <Text key={index} tone="good" wrap="truncate">
              {clip(`${mark} ${text}`, columns)}
            </Text>
          ))}
        </Paragraph>
      )}
      {why && <Prose text={why.text} />}
    </>
  )
}
