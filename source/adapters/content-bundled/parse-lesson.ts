import { parseDocument } from 'yaml'
import type { Lesson } from '../../core/lesson/lesson.js'
import { fail, type Result, succeed } from '../../core/problem.js'
import { lessonSchema } from './lesson-schema.js'
import { type FencedBlock, markdownSections, proseAndBlocks } from './markdown-sections.js'

const FRONTMATTER = /^---\n([\s\S]*?)\n---\n/

/** Heading in the file → field of the lesson it fills. */
const FIELD_OF_SECTION: Readonly<Record<string, string>> = {
  What: 'what',
  Attack: 'attack',
  Fix: 'samples',
  'Why it works': 'why',
  'Not enough': 'notEnough',
  Questions: 'questions',
}

/**
 * Returns the lesson that a file of `lessons/` holds (format: docs/architecture.md, "Lesson files").
 * A bad file is a problem that names the file, the section and the reason; `path` serves only for that message.
 */
export function parseLesson(path: string, text: string): Result<Lesson> {
  const normalised = text.replaceAll('\r\n', '\n')
  const frontmatter = FRONTMATTER.exec(normalised)
  if (!frontmatter) return badLesson(path, 'frontmatter', 'the file does not start with a --- block')
  const head = readYaml(frontmatter[1] ?? '')
  if (!head.ok) return badLesson(path, 'frontmatter', head.reason)
  if (!isRecord(head.value)) return badLesson(path, 'frontmatter', 'is not a list of fields')

  const sections = markdownSections(normalised.slice(frontmatter[0].length).split('\n'), 1)
  const fields: Record<string, unknown> = { ...head.value }
  for (const section of sections) {
    const field = FIELD_OF_SECTION[section.heading]
    if (field === undefined) return badLesson(path, section.heading, 'is not a section of a lesson')
    if (field in fields) return badLesson(path, section.heading, 'is there twice')
    const value = readSection(field, section.lines)
    if (!value.ok) return badLesson(path, section.heading, value.reason)
    fields[field] = value.value
  }
  for (const [heading, field] of Object.entries(FIELD_OF_SECTION))
    if (!(field in fields)) return badLesson(path, heading, 'is missing')

  const checked = lessonSchema.safeParse(fields)
  if (checked.success) return succeed(checked.data)
  const issue = checked.error.issues[0]
  const [field = '', ...rest] = issue?.path.map(String) ?? []
  const section = Object.entries(FIELD_OF_SECTION).find(([, name]) => name === field)?.[0]
  const place = (section ? rest : [field, ...rest]).join('.')
  return badLesson(
    path,
    section ?? 'frontmatter',
    `${place}${place && ': '}${issue?.message ?? 'does not fit'}`,
  )
}

type Read = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly reason: string }

function readSection(field: string, lines: readonly string[]): Read {
  const { prose, blocks } = proseAndBlocks(lines)
  if (field === 'samples') return readSamples(lines)
  if (field === 'questions') {
    const [block, ...more] = blocks
    if (block?.info !== 'yaml' || more.length > 0)
      return { ok: false, reason: 'needs exactly one yaml block' }
    return readYaml(block.text)
  }
  if (field !== 'attack') return { ok: true, value: prose }
  const texts = blocks.filter(block => block.info === 'text')
  if (texts.length !== 1 || blocks.length !== 1) return { ok: false, reason: 'needs exactly one text block' }
  return { ok: true, value: { text: prose, lines: (texts[0]?.text ?? '').split('\n') } }
}

function readSamples(lines: readonly string[]): Read {
  const samples: { family: string; vulnerable: string; fixed: string }[] = []
  for (const section of markdownSections(lines, 2)) {
    const { blocks } = proseAndBlocks(section.lines)
    const vulnerable = codeBlock(blocks, 'vulnerable')
    const fixed = codeBlock(blocks, 'fixed')
    if (vulnerable === undefined || fixed === undefined || blocks.length !== 2)
      return { ok: false, reason: `${section.heading} needs one vulnerable and one fixed block` }
    samples.push({ family: section.heading, vulnerable, fixed })
  }
  return { ok: true, value: samples }
}

function codeBlock(blocks: readonly FencedBlock[], form: string): string | undefined {
  return blocks.find(block => block.info.split(' ')[1] === form)?.text
}

function readYaml(text: string): Read {
  const document = parseDocument(text)
  const [error] = document.errors
  return error ? { ok: false, reason: error.message } : { ok: true, value: document.toJS() }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function badLesson(path: string, section: string, reason: string): Result<never> {
  return fail({
    kind: 'bug',
    message: `The lesson in ${path} cannot be used: ${section}: ${reason}.`,
    path,
    untouched: 'The other lessons are loaded.',
    nextSteps: ['Mend the section; docs/architecture.md, "Lesson files", shows the form.'],
  })
}
