import { afterEach, expect, test } from 'vitest'
import { cardIdOf, lessonSeen } from '../../../source/app/quiz-events.js'
import { sampleLesson } from '../../support/quiz-samples.js'
import { createQuizToolbox } from '../../support/quiz-toolbox.js'
import { KEY, type RenderedCoach, renderCoach } from '../support/render-coach.js'

const CHECK = { item: 'x/1', format: 'choose-the-fix', right: true, sure: true, hinted: false, ms: 4000 }
const CONCEPT = { weakness: 'code-injection', path: 'web/run.js' }

let coach: RenderedCoach
afterEach(() => coach.leave())

/** The developer learned the weakness yesterday; today the line stands in the work tree, not committed. */
async function start(isCommitted = false) {
  const base = createQuizToolbox([sampleLesson('code-injection', 'A05:2025', ['choose-the-fix'])])
  await base.workspace.write('web/run.js', 'export const run = text => eval(text)\n', null)
  await lessonSeen(base, CONCEPT, CHECK)
  base.pass(1)
  const author = { name: 'Bob', email: 'bob@example.org', at: '2020-01-01T00:00:00Z', coAuthors: [] }
  const git = {
    ...base.git,
    state: async () => ({ isRepository: true, branch: 'main', dirty: true, user: 'Ada' }),
    lineCommits: async () => [isCommitted ? 'c'.repeat(40) : null],
    commitAuthors: async () => new Map([['c'.repeat(40), author]]),
  }
  const tools = { ...base, git }
  coach = renderCoach(tools)
  await coach.until('1 finding')
  coach.press(KEY.enter)
  await coach.until('eval(text)')
  const card = async () => (await tools.personal.cards()).get(cardIdOf(CONCEPT))
  return { tools, card }
}

test('the developer is asked who wrote a new line of what they know, and their word lowers the card', async () => {
  const { tools, card } = await start()
  const before = await card()
  await coach.until('Who wrote it')
  coach.press('i')
  await coach.until('asks you about this again soon')
  expect((await tools.personal.reviews()).at(-1)).toMatchObject({ source: 'finding', grade: 'again' })
  expect((await card())?.lapses).toBe((before?.lapses ?? 0) + 1)
})

test('a line of an assistant leaves the card as it is', async () => {
  const { tools, card } = await start()
  const before = await card()
  await coach.until('Who wrote it')
  coach.press('a')
  await coach.until('stays as it is')
  expect((await tools.personal.reviews()).at(-1)).toMatchObject({ source: 'finding', grade: null })
  expect((await card())?.lapses).toBe(before?.lapses)
})

test('of other lines nobody is asked, and the key says why it does nothing', async () => {
  await start(true)
  coach.press('i')
  await coach.until('asks who wrote a line only when')
})
