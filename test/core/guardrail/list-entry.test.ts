import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { addEntry, hasOwnEntry, listEntries, removeEntry } from '../../../source/core/guardrail/list-entry.js'

const added = (text: string) => addEntry(text, 'read', 'AGENTS.md')

test.each([
  ['an empty file', '', ['AGENTS.md']],
  ['no such key', 'model: x # mine\n', ['AGENTS.md']],
  ['no line end at the end', 'model: x', ['AGENTS.md']],
  ['one name', '# top\nread: CONVENTIONS.md   # ours\nmodel: x\n', ['CONVENTIONS.md', 'AGENTS.md']],
  ['one name and nothing behind it', 'read: "docs/a b.md"', ['docs/a b.md', 'AGENTS.md']],
  ['an empty key', 'read:\nmodel: x\n', ['AGENTS.md']],
  ['an empty list', 'read: []\n', ['AGENTS.md']],
  ['a flow list', "read: [a.md, 'b.md'] # two\r\nmodel: x\r\n", ['a.md', 'b.md', 'AGENTS.md']],
  ['a block list', 'read:\n  # first\n  - a.md # why\n  - b.md\nmodel: x\n', ['AGENTS.md', 'a.md', 'b.md']],
  ['a block list without indent', 'read:\n- a.md\nmodel: x', ['AGENTS.md', 'a.md']],
  ['a document mark and a BOM', '\uFEFF---\nmodel: x\n', ['AGENTS.md']],
])('%s gets the entry, is read by YAML as meant, and is restored byte for byte', (_, text, expected) => {
  const result = added(text) ?? ''
  const read: unknown = parse(result.replace('\uFEFF', '')).read
  expect([read].flat()).toEqual(expected)
  expect(listEntries(result, 'read')).toEqual(expected)
  const others = ({ read: _read, ...rest }: Record<string, unknown>) => rest
  expect(others(parse(result.replace('\uFEFF', '')))).toEqual(others(parse(text.replace('\uFEFF', '')) ?? {}))
  expect(hasOwnEntry(result)).toBe(true)
  expect(added(result)).toBe(result)
  expect(removeEntry(result, 'read')).toBe(text)
})

test.each([
  ['a list over several lines', 'read: [\n  a.md\n]\n'],
  ['an anchor', 'read: &files [a.md]\n'],
  ['a block text', 'read: |\n  a.md\n'],
  ['a map', 'read:\n  a: b\n'],
  ['a quoted key', '"read": a.md\n'],
  ['the key twice', 'read: a.md\nread: b.md\n'],
  ['two documents', 'read: a.md\n---\nmodel: x\n'],
  ['no map at all', '{ read: a.md }\n'],
  ['a value that goes on', 'read: a.md\n  b.md\n'],
  ['a comma in a name', 'read: "a, b.md"\n'],
])('%s is left to the person', (_, text) => {
  expect(added(text)).toBeNull()
})

test("a list that names the file already is the person's own and is never taken out", () => {
  for (const text of ['read: AGENTS.md\n', 'read: [a.md, AGENTS.md]\n', 'read:\n  - "AGENTS.md"\n']) {
    expect(added(text)).toBe(text)
    expect(removeEntry(text, 'read')).toBe(text)
  }
})

test('a line of ours that somebody changed is not taken out', () => {
  const result = added('read: a.md\n') ?? ''
  expect(removeEntry(result.replace('AGENTS.md]', 'AGENTS.md, c.md]'), 'read')).toBeNull()
})

test('5,000 generated configs lose no byte and gain exactly the entry', () => {
  const name = fc.constantFrom('a.md', 'docs/b.md', '"c d.md"', "'e.md'", 'CONVENTIONS.md')
  const eol = fc.constantFrom('\n', '\r\n')
  const comment = fc.constantFrom('', ' # why', '   #', ' # - x: [y')
  const value = fc.oneof(
    fc.tuple(name, comment).map(([one, note]) => [`read: ${one}${note}`]),
    fc
      .tuple(fc.array(name, { maxLength: 4 }), comment)
      .map(([all, note]) => [`read: [${all.join(', ')}]${note}`]),
    fc
      .tuple(fc.array(fc.tuple(name, comment), { maxLength: 4 }), fc.constantFrom('', '  ', '    '))
      .map(([all, indent]) => ['read:', ...all.map(([one, note]) => `${indent}- ${one}${note}`)]),
    fc.constant([]),
  )
  const other = fc.constantFrom(
    '# note',
    '',
    'model: gpt',
    'lint-cmd:',
    '  - "python: flake8"',
    'auto-commits: false',
    '   # x',
  )
  const config = fc
    .tuple(fc.array(other, { maxLength: 5 }), value, fc.array(other, { maxLength: 5 }), eol, fc.boolean())
    .map(([above, own, below, end, isEnded]) => [...above, ...own, ...below].join(end) + (isEnded ? end : ''))
  let taken = 0
  fc.assert(
    fc.property(config, text => {
      const result = added(text)
      if (result === null) return
      taken++
      expect(removeEntry(result, 'read')).toBe(text)
      expect(listEntries(result, 'read')).toEqual(
        expect.arrayContaining([...listEntries(text, 'read'), 'AGENTS.md']),
      )
    }),
    { numRuns: 5000, seed: 20261123 },
  )
  expect(taken).toBeGreaterThan(2500)
})
