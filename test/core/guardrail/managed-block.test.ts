import { expect, test } from 'vitest'
import { sha256 } from '../../../source/adapters/system/sha256.js'
import { refuseBody } from '../../../source/core/guardrail/block-marker.js'
import { findBlock } from '../../../source/core/guardrail/find-block.js'
import {
  isOnlyBlock,
  newBlockFile,
  putBlock,
  removeBlock,
} from '../../../source/core/guardrail/managed-block.js'

const BODY = '## Security guardrails\n\n- NEVER eval.'

function put(text: string, body = BODY): string {
  const result = putBlock(text, body, sha256)
  if (result === null) throw new Error('the text was refused')
  return result
}

test('the block stands at the end with a blank line before it, its checksum in the marker', () => {
  const text = put('# Project\n\nHello.\n')
  expect(text).toBe(
    `# Project\n\nHello.\n\n<!-- guardrail-coach:begin v=1 sha256=${sha256(BODY)} -->\n${BODY}\n<!-- guardrail-coach:end -->\n`,
  )
})

test.each([
  ['nothing', ''],
  ['one line end', '\n'],
  ['no final line end', '# A\n\ntext'],
  ['a final line end', '# A\n'],
  ['blank lines at the end', '# A\n\n\n\n'],
  ['CRLF', '# A\r\n\r\ntext\r\n'],
  ['CRLF without a final line end', '# A\r\n\r\ntext'],
  ['mixed line ends', '# A\r\nb\nc\r\n'],
  ['a lone carriage return at the end', 'a\nb\r'],
  ['a BOM', '\uFEFF# A\n'],
  ['only a BOM', '\uFEFF'],
  ['a list at the end', '- a\n  - b'],
  ['fenced code', '```md\n<!-- guardrail-coach:begin -->\n```\n'],
  ['a tilde fence inside backticks', '````\n~~~\n````\n'],
])('a file with %s is restored byte for byte, also after an update', (_, text) => {
  const once = put(text)
  const twice = put(once, '- another body\n- of two lines')
  expect(removeBlock(once, sha256)).toBe(text)
  expect(removeBlock(twice, sha256)).toBe(text)
  expect(put(once)).toBe(once)
})

test('a file that we created is known from one that was empty', () => {
  const created = newBlockFile(BODY, sha256)
  expect(isOnlyBlock(created, sha256)).toBe(true)
  expect(isOnlyBlock(put(''), sha256)).toBe(false)
  expect(removeBlock(put(''), sha256)).toBe('')
})

test('what the user wrote around the block later stays', () => {
  const text = `before\n${put('# A\n').replace('# A', '# B')}\nafter\n`
  expect(removeBlock(text, sha256)).toBe('before\n# B\n\nafter\n')
  const glued = `${put('no line end')}\nafter\n`
  expect(removeBlock(glued, sha256)).toBe('no line end\nafter\n')
})

test('in a long file the block goes below the introduction, where no limit cuts it off', () => {
  const text = `# Project\n\nWhat it is.\n\n${'More words here.\n'.repeat(2000)}`
  const result = put(text)
  expect(result.indexOf('guardrail-coach:begin')).toBeLessThan(60)
  expect(result.startsWith('# Project\n\nWhat it is.\n\n<!--')).toBe(true)
  expect(removeBlock(result, sha256)).toBe(text)
})

test.each([
  ['two blocks', `${newBlockFile(BODY, sha256)}\n${newBlockFile(BODY, sha256)}`],
  ['a begin without an end', newBlockFile(BODY, sha256).replace('<!-- guardrail-coach:end -->', '')],
  ['an end before its begin', `<!-- guardrail-coach:end -->\n${newBlockFile(BODY, sha256)}`],
  ['a damaged marker', newBlockFile(BODY, sha256).replace('sha256=', 'sha1=')],
  [
    'a marker that is indented',
    newBlockFile(BODY, sha256).replace('<!-- guardrail-coach:end', '  <!-- guardrail-coach:end'),
  ],
  ['a newer block', newBlockFile(BODY, sha256).replace('v=1', 'v=2')],
  ['a fence that is never closed', '# A\n\n```js\ncode\n'],
  ['an unfinished merge', '<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n'],
])('a file with %s is not touched', (_, text) => {
  expect(putBlock(text, BODY, sha256)).toBeNull()
  expect(removeBlock(text, sha256)).toBeNull()
  const search = findBlock(text, sha256)
  expect(search.kind === 'unclear' && search.lines.length > 0).toBe(true)
})

test('a change by hand inside the block is seen, blanks at line ends and line ends are not one', () => {
  const text = put('# A\n')
  const edited = findBlock(text.replace('NEVER eval', 'NEVER use eval'), sha256)
  expect(edited.kind === 'block' && edited.isEdited).toBe(true)
  for (const harmless of [text.replace('NEVER eval.', 'NEVER eval.  '), text.replaceAll('\n', '\r\n')]) {
    const found = findBlock(harmless, sha256)
    expect(found.kind === 'block' && !found.isEdited).toBe(true)
  }
})

test('prose and code about the markers are not markers', () => {
  const text = 'Between `guardrail-coach:begin` and `guardrail-coach:end` nothing is yours.\n'
  expect(findBlock(text, sha256).kind).toBe('none')
})

test.each(['--> x', '<!-- x', 'guardrail-coach:end', '```js\ncode', '---\ntitle: x'])(
  'a body that would break out of the block is refused: %j',
  body => {
    expect(refuseBody(body)).not.toBeNull()
  },
)

test('an ordinary body is not refused', () => {
  expect(refuseBody(BODY)).toBeNull()
})
