import { expect, test } from 'vitest'
import { parseLesson } from '../../../source/adapters/content-bundled/parse-lesson.js'

const LESSON = `---
weakness: sql-injection
title: A value becomes SQL
cwe: [89]
owasp: A05:2025
seconds: 70
---

# What

Text is built from a value.
It runs as SQL.

# Attack

A quote ends the string.

\`\`\`text
{{parameter|email}} = '
-> all rows
\`\`\`

# Fix

## python

\`\`\`python vulnerable
# a comment, not a heading
run("x" + y)
\`\`\`

\`\`\`python fixed
run("x", y)
\`\`\`

# Why it works

Values travel apart.

# Not enough

Escaping.

# Questions

\`\`\`yaml
- id: first
  format: choose-the-fix
  family: any
  prompt: Which one?
  options:
    - { text: a, verdict: right, reason: It is so. }
    - { text: b, verdict: wrong, reason: It is not., misconception: blocklist }
  hint: Look.
  idea: Think.
\`\`\`
`

function problemOf(text: string): string {
  const result = parseLesson('lessons/sql-injection.md', text)
  return result.ok ? 'no problem' : result.problem.message
}

test('a lesson file becomes a lesson: prose joined, comments of samples kept, question ids carry the weakness', () => {
  const result = parseLesson('lessons/sql-injection.md', LESSON)
  expect(result).toEqual({
    ok: true,
    value: {
      weakness: 'sql-injection',
      title: 'A value becomes SQL',
      cwe: [89],
      owasp: 'A05:2025',
      seconds: 70,
      what: 'Text is built from a value. It runs as SQL.',
      attack: { text: 'A quote ends the string.', lines: ["{{parameter|email}} = '", '-> all rows'] },
      why: 'Values travel apart.',
      notEnough: 'Escaping.',
      samples: [
        {
          family: 'python',
          vulnerable: '# a comment, not a heading\nrun("x" + y)',
          fixed: 'run("x", y)',
        },
      ],
      questions: [
        {
          id: 'sql-injection/first',
          format: 'choose-the-fix',
          family: 'any',
          prompt: 'Which one?',
          code: '',
          options: [
            { text: 'a', verdict: 'right', reason: 'It is so.' },
            { text: 'b', verdict: 'wrong', reason: 'It is not.', misconception: 'blocklist' },
          ],
          accept: [],
          hint: 'Look.',
          idea: 'Think.',
        },
      ],
    },
  })
})

test('a file with Windows line ends is the same lesson', () => {
  expect(parseLesson('a.md', LESSON.replaceAll('\n', '\r\n'))).toEqual(parseLesson('a.md', LESSON))
})

test.each([
  ['no frontmatter', LESSON.slice(4), 'frontmatter: the file does not start with a --- block'],
  ['a missing section', LESSON.replace('# Not enough', '# Why'), 'Why: is not a section of a lesson'],
  ['a section left out', LESSON.replace(/# Attack[\s\S]*?(?=# Fix)/, ''), 'Attack: is missing'],
  ['a section twice', LESSON.replace('# Not enough', '# What'), 'What: is there twice'],
  ['an empty section', LESSON.replace('Escaping.', ''), 'Not enough: is empty or missing'],
  ['no attack block', LESSON.replace('```text', '```'), 'Attack: needs exactly one text block'],
  [
    'half a sample',
    LESSON.replace('python fixed', 'python'),
    'Fix: python needs one vulnerable and one fixed block',
  ],
  ['an unknown family', LESSON.replace('## python', '## cobol'), 'Fix: 0.family'],
  ['broken YAML', LESSON.replace('hint: Look.', 'hint: [Look'), 'Questions: '],
  ['an unknown field', LESSON.replace('hint: Look.', 'hunt: Look.'), 'Questions: 0'],
  ['an unknown verdict', LESSON.replace('verdict: right', 'verdict: fine'), 'Questions: 0.options.0.verdict'],
  ['an unknown format', LESSON.replace('choose-the-fix', 'essay'), 'Questions: 0.format'],
  ['a bad number', LESSON.replace('seconds: 70', 'seconds: long'), 'frontmatter: seconds'],
])('a file with %s is a problem that names file, section and reason', (_, text, reason) => {
  const message = problemOf(text)
  expect(message).toContain('lessons/sql-injection.md')
  expect(message).toContain(reason)
})
