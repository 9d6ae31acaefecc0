import { afterEach, expect, test } from 'vitest'
import { loadLessons } from '../../../source/adapters/content-bundled/load-lessons.js'
import { NEW_RULES } from '../../../source/core/session/rules-screen.js'
import { createFakeToolbox } from '../../support/fake-toolbox.js'
import { aRule } from '../../support/session.js'
import { KEY, type RenderedCoach, renderCoach } from '../support/render-coach.js'

let coach: RenderedCoach
afterEach(() => coach.leave())

const { lessons } = await loadLessons('lessons')

function toolbox(files: Readonly<Record<string, string>>) {
  const tools = createFakeToolbox({ files, records: { rules: [aRule(), aRule({ id: 'rule-2' })] } })
  return {
    ...tools,
    content: {
      ...tools.content,
      lesson: async (weakness: string) => lessons.find(lesson => lesson.weakness === weakness) ?? null,
      lessons: async () => lessons,
    },
  }
}

test('a rule is edited, promoted and retired, and every change is in the store', async () => {
  const tools = toolbox({ 'a.js': 'const a = 1\n' })
  coach = renderCoach(tools, { screen: NEW_RULES })
  await coach.until('2 to review')
  coach.press('e')
  await coach.until('at most 40 words')
  coach.press('\x15NEVER eval what a user typed: it runs. Use `JSON.parse`.\r')
  await coach.until('Changed.')
  coach.press('p')
  await coach.until('Promoted.')
  coach.press('gr')
  await coach.until('Why is it retired?')
  coach.press('nothing here evaluates text any more\r')
  await coach.until('Retired.')
  const { rules } = await tools.store.load()
  expect(rules.map(rule => rule.status).sort()).toEqual(['promoted', 'retired'])
  expect(rules.some(rule => rule.edited && rule.text.startsWith('NEVER eval what'))).toBe(true)
})

test('files are shown before they are written', async () => {
  const tools = toolbox({ 'a.js': 'const a = 1\n', 'AGENTS.md': '# Ours\n' })
  coach = renderCoach(tools, { screen: NEW_RULES })
  await coach.until('2 to review')
  coach.press('pv')
  await coach.until('Nothing is written yet')
  expect(await tools.workspace.read('AGENTS.md')).toMatchObject({ value: { text: '# Ours\n' } })
  coach.press(KEY.enter)
  await coach.until('Written: AGENTS.md')
  const written = await tools.workspace.read('AGENTS.md')
  expect(written).toMatchObject({ value: { text: expect.stringContaining('# Ours\n') } })
})

test('a lesson that was read is asked in the quiz, and the feedback names every option', async () => {
  const tools = toolbox({ 'a.js': 'eval(input)\n' })
  coach = renderCoach(tools)
  await coach.until('1 finding')
  coach.press(KEY.enter)
  await coach.until('a.js')
  await coach.idle()
  coach.press(KEY.enter)
  await coach.until('Why it works')
  coach.press('s')
  await coach.until('Parse it as JSON')
  await coach.idle()
  coach.press(`${KEY.escape}`)
  coach.press(KEY.escape)
  coach.press(KEY.escape)
  await coach.until('1 finding')
  coach.press('3')
  await coach.until('Quiz')
  await coach.idle()
  expect([...(await tools.personal.cards()).keys()]).toEqual(['code-injection/javascript'])
})

test('a quiz without a card says where questions come from', async () => {
  coach = renderCoach(toolbox({ 'a.js': 'const a = 1\n' }))
  await coach.until('Nothing is left to fix')
  coach.press('3')
  await coach.until('There is no question yet.')
})
