import { expect, test } from 'vitest'
import { lessonLinks } from '../../../source/core/lesson/lesson-links.js'

test('a lesson links to its first CWE and its OWASP category', () => {
  expect(lessonLinks({ cwe: [89, 90], owasp: 'A05:2025' })).toEqual([
    'https://cwe.mitre.org/data/definitions/89.html',
    'https://owasp.org/Top10/2025/A05_2025-Injection/',
  ])
})

test('weaknesses of model apps link to the list for those', () => {
  expect(lessonLinks({ cwe: [], owasp: 'LLM01:2025' })).toEqual(['https://genai.owasp.org/llm-top-10/'])
})

test('what has no category, or one of another year, gets no made-up address', () => {
  expect(lessonLinks({ cwe: [], owasp: '' })).toEqual([])
  expect(lessonLinks({ cwe: [], owasp: 'A03:2021' })).toEqual([])
})
