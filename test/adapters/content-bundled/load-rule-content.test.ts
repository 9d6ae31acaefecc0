import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { loadRuleContent } from '../../../source/adapters/content-bundled/load-rule-content.js'
import { countWords, lintText } from '../../../source/core/learned-rule/lint-text.js'
import { similarity } from '../../../source/core/learned-rule/similarity.js'
import { writeSentence } from '../../../source/core/learned-rule/write-sentence.js'

const { weaknesses, baseGuardrails } = await loadRuleContent(resolve(import.meta.dirname, '../../../rules'))

test('every base guardrail is a short prohibition without anything to refuse or to warn of', () => {
  expect(baseGuardrails.length).toBeGreaterThan(30)
  for (const { id, text } of baseGuardrails) {
    expect([id, lintText(text)]).toEqual([id, []])
    expect([id, countWords(text) <= 32]).toEqual([id, true])
    expect([id, text.startsWith('NEVER ') && text.includes(' Use ')]).toEqual([id, true])
  }
})

test('base guardrails have ids of their own and no two say the same', () => {
  expect(new Set(baseGuardrails.map(one => one.id)).size).toBe(baseGuardrails.length)
  for (const [index, one] of baseGuardrails.entries())
    for (const other of baseGuardrails.slice(index + 1))
      expect([one.id, other.id, similarity(one.text, other.text) < 0.7]).toEqual([one.id, other.id, true])
})

test('every weakness has a frame that makes a good sentence', () => {
  for (const { id, frame } of weaknesses) {
    const text = writeSentence({
      frame,
      anchor: 'module.someLongCall',
      replacement: { name: 'projectHelper', from: 'lib/helpers' },
      words: '',
    })
    expect([id, lintText(text).filter(issue => issue.level === 'refuse')]).toEqual([id, []])
    expect([id, countWords(frame.why) <= 12]).toEqual([id, true])
  }
})
