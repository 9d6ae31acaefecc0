import { type LessonBlock, lessonBlocks } from '../../../core/lesson/lesson-blocks.js'
import { sinkPlace, sourceLine, visitParameter } from '../../../core/session/selectors.js'
import type { Visit } from '../../../core/session/session.js'
import { Paragraph } from '../../components/paragraph.js'
import { Prose } from '../../components/prose.js'
import { Scroll } from '../../components/scroll.js'
import { Text } from '../../components/text.js'
import { useBodySize } from '../../session/use-body-size.js'
import { clip } from '../../theme/measure.js'
import { fitLesson } from './fit-lesson.js'

const TONES = { '-': 'bad', '+': 'good', ' ': 'warn' } as const

/** The lesson, told with the developer's own line. What a stranger can send was on the screen before. */
export function LearnScreen({ visit, scroll }: { readonly visit: Visit; readonly scroll: number }) {
  const { columns, rows } = useBodySize()
  const { lesson, finding, isShort } = visit
  if (!lesson)
    return (
      <Text tone="quiet">
        {lesson === null ? 'There is no lesson for this one yet.' : 'Reading the lesson.'}
      </Text>
    )
  const { path, line } = sinkPlace(finding)
  const place = { path, line, own: sourceLine(visit, path, line), parameter: visitParameter(visit) }
  const told = lessonBlocks(lesson, place, isShort).filter(block => block.kind !== 'attack')
  const { blocks, gap } = fitLesson(told, columns, rows)
  return (
    <Scroll offset={scroll} height={rows}>
      {isShort && (
        <Paragraph title={lesson.title}>
          <Prose text="You have known this one twice, so here it is in brief." />
        </Paragraph>
      )}
      {blocks.map((block, index) => (
        <Section
          key={block.kind}
          block={block}
          title={block.kind === 'what' ? lesson.title : block.heading}
          columns={columns}
          isLast={gap === 0 || index === blocks.length - 1}
        />
      ))}
    </Scroll>
  )
}

type SectionProps = {
  readonly block: LessonBlock
  readonly title: string
  readonly columns: number
  readonly isLast: boolean
}

function Section({ block, title, columns, isLast }: SectionProps) {
  return (
    <Paragraph title={title} isLast={isLast}>
      {block.text !== '' && <Prose text={block.text} />}
      {block.lines.map(({ mark, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of code have no other identity, and may be alike
        <Text key={index} tone={TONES[mark]} wrap="truncate">
          {clip(`${mark} ${text}`, columns)}
        </Text>
      ))}
    </Paragraph>
  )
}
