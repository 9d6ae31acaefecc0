import { familyOfPath } from '../../../core/lesson/language-family.js'
import type { Lesson, LessonSample } from '../../../core/lesson/lesson.js'
import { sourceLine } from '../../../core/session/selectors.js'
import type { Visit } from '../../../core/session/session.js'
import { Paragraph } from '../../components/paragraph.js'
import { Prose } from '../../components/prose.js'
import { Scroll } from '../../components/scroll.js'
import { Text } from '../../components/text.js'
import { useBodySize } from '../../session/use-body-size.js'
import { clip } from '../../theme/measure.js'

/** The lesson, told with the developer's own line. What a stranger can send was on the screen before. */
export function LearnScreen({ visit, scroll }: { readonly visit: Visit; readonly scroll: number }) {
  const { columns, rows } = useBodySize()
  const { lesson, finding } = visit
  if (!lesson)
    return (
      <Text tone="quiet">
        {lesson === null ? 'There is no lesson for this one yet.' : 'Reading the lesson.'}
      </Text>
    )
  const own = sourceLine(visit, finding.path, finding.endLine)
  const family = familyOfPath(finding.path)
  const sample = lesson.samples.find(one => one.family === family)
  return (
    <Scroll offset={scroll} height={rows}>
      <Paragraph title={lesson.title}>
        <Prose
          text={visit.isShort ? 'You have known this one twice, so here it is in brief.' : lesson.what}
        />
      </Paragraph>
      {own !== null && (
        <Paragraph title={`Yours, ${finding.path}:${finding.endLine}`}>
          <Text tone="bad" wrap="truncate">
            {clip(`- ${own}`, columns)}
          </Text>
        </Paragraph>
      )}
      {sample && <Fixed sample={sample} columns={columns} />}
      {!visit.isShort && <Reasons lesson={lesson} />}
    </Scroll>
  )
}

function Reasons({ lesson }: { readonly lesson: Lesson }) {
  return (
    <>
      <Paragraph title="Why the fix works">
        <Prose text={lesson.why} />
      </Paragraph>
      <Text isBold tone="accent">
        What is not enough
      </Text>
      <Prose text={lesson.notEnough} />
    </>
  )
}

/** The lines of the fixed sample that the vulnerable one does not have: the idea without the scenery. */
function Fixed({ sample, columns }: { readonly sample: LessonSample; readonly columns: number }) {
  const before = new Set(sample.vulnerable.split('\n').map(line => line.trim()))
  const added = sample.fixed.split('\n').filter(line => line.trim() !== '' && !before.has(line.trim()))
  if (added.length === 0) return null
  return (
    <Paragraph title="The shape of the fix">
      {added.map(line => (
        <Text key={line} tone="good" wrap="truncate">
          {clip(`+ ${line.trim()}`, columns)}
        </Text>
      ))}
    </Paragraph>
  )
}
