import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { loadLessons } from '../../../source/adapters/content-bundled/load-lessons.js'
import { loadRuleContent } from '../../../source/adapters/content-bundled/load-rule-content.js'
import { openContent } from '../../../source/adapters/content-bundled/open-content.js'
import { createTempFolder } from '../../support/temp-project.js'

const ROOT = resolve(import.meta.dirname, '../../..')
const paths = { lessons: join(ROOT, 'lessons'), rules: join(ROOT, 'rules') }

test('a lesson is found by its weakness and by the other names of that weakness', async () => {
  const content = openContent(paths)
  const aliased = (await content.weaknesses()).find(one => one.id === 'command-injection')
  expect(aliased?.aliases.length).toBeGreaterThan(0)
  const lesson = await content.lesson('command-injection')
  expect(lesson?.weakness).toBe('command-injection')
  expect(await content.lesson(aliased?.aliases[0] ?? '')).toEqual(lesson)
  expect(await content.lesson('no-such-weakness')).toBeNull()
})

test('the compiled files of a bundle read the same as the source tree', async () => {
  const folder = createTempFolder()
  const compiled = { lessons: join(folder, 'lessons.json'), rules: join(folder, 'rules.json') }
  writeFileSync(compiled.lessons, JSON.stringify((await loadLessons(paths.lessons)).lessons))
  writeFileSync(compiled.rules, JSON.stringify(await loadRuleContent(paths.rules)))
  const [tree, bundle] = [openContent(paths), openContent(compiled)]
  expect(await bundle.weaknesses()).toEqual(await tree.weaknesses())
  expect(await bundle.baseGuardrails()).toEqual(await tree.baseGuardrails())
  expect(await bundle.lessons()).toEqual(await tree.lessons())
})

test('every base guardrail is about a weakness that exists', async () => {
  const content = openContent(paths)
  const known = new Set((await content.weaknesses()).map(one => one.id))
  const unknown = (await content.baseGuardrails()).filter(one => !known.has(one.weakness))
  expect(unknown.map(one => one.id)).toEqual([])
})
