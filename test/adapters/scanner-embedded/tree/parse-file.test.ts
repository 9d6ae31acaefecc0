import { expect, test } from 'vitest'
import { openGrammars } from '../../../../source/adapters/scanner-embedded/tree/grammars.js'
import type { Language } from '../../../../source/adapters/scanner-embedded/tree/language.js'
import { languageOfPath } from '../../../../source/adapters/scanner-embedded/tree/language.js'
import { parseFile } from '../../../../source/adapters/scanner-embedded/tree/parse-file.js'
import { type ParsedFile, textOf } from '../../../../source/adapters/scanner-embedded/tree/parsed-file.js'
import {
  type NodeCursor,
  openCursor,
  publicCursor,
} from '../../../../source/adapters/scanner-embedded/tree/runtime.js'
import { isWithin, walkNodes } from '../../../../source/adapters/scanner-embedded/tree/syntax-node.js'

const grammars = await openGrammars()

async function parse(language: Language, text: string): Promise<ParsedFile> {
  const file = parseFile(grammars.parser, await grammars.get(language), 'file', text)
  if (file === null) throw new Error('gave up')
  return file
}

test('the language comes from the extension', () => {
  expect(
    ['a.JS', 'b/c.jsx', 'd.mjs', 'e.cts', 'f.tsx', 'g.py', 'h.md', 'Makefile'].map(languageOfPath),
  ).toEqual(['JavaScript', 'JavaScript', 'JavaScript', 'TypeScript', 'Tsx', 'Python', null, null])
})

test.each([
  ['JavaScript', 'db.query(`a ${b}`, (e) => new A.B(e)) // 😀\r\nfoo()'],
  ['TypeScript', 'const a: string = f<User>(x as any)!\n'],
  ['Tsx', '<a href={x}>😀{y}</a>'],
  ['Python', 'def f(a, *, b=1):\n    return f"{a} {b!r}"\n\n# end\n'],
] as const)('the light tree of %s is the tree of the parser', async (language, text) => {
  const file = await parse(language, text)
  grammars.parser.setLanguage(file.grammar.wasm)
  const tree = grammars.parser.parse(text)
  if (tree === null) throw new Error('no tree')
  const expected: unknown[] = []
  const actual: unknown[] = []
  const visit = (node: import('web-tree-sitter').Node): void => {
    expected.push([node.type, node.isNamed, node.startIndex, node.endIndex, node.childCount])
    for (const child of node.children) if (child !== null) visit(child)
  }
  visit(tree.rootNode)
  tree.delete()
  let id = 0
  for (const node of walkNodes(file.root)) {
    actual.push([node.type, node.isNamed, node.start, node.end, node.children.length])
    expect(node.id).toBe(id++)
    expect(node.lastId).toBe(node.children.at(-1)?.lastId ?? node.id)
    node.children.forEach((child, index) => {
      expect([child.parent, child.index]).toEqual([node, index])
      expect(isWithin(child, node)).toBe(true)
    })
  }
  expect(actual).toEqual(expected)
  expect(file.size).toBe(id)
  expect(file.parseErrors).toBe(0)
})

test('calls are found by the last name of what they call', async () => {
  const file = await parse('JavaScript', 'a.b.c(1); c(2); new X.C(3); o?.c(4); f()(5); a["c"](6)')
  const texts = (name: string) => (file.callsByName.get(name) ?? []).map(node => textOf(file, node))
  expect(texts('c')).toEqual(['a.b.c(1)', 'c(2)', 'o?.c(4)'])
  expect(texts('C')).toEqual(['new X.C(3)'])
  expect(texts('')).toEqual(['f()(5)', 'a["c"](6)'])
})

test('positions count lines and UTF-16 columns from 1', async () => {
  const file = await parse('JavaScript', 'a\r\n"😀" + b')
  expect(file.positionOf(0)).toEqual({ line: 1, column: 1 })
  expect(file.positionOf(file.text.indexOf('b'))).toEqual({ line: 2, column: 8 })
})

test('sixty thousand levels of nesting are read without overflow', async () => {
  const file = await parse('JavaScript', `x = ${'['.repeat(60_000)}${']'.repeat(60_000)}`)
  expect(file.size).toBeGreaterThan(180_000)
})

test('an overdue file is given up and the next one parses from its start', async () => {
  const grammar = await grammars.get('JavaScript')
  expect(parseFile(grammars.parser, grammar, 'a.js', 'f(1);\n'.repeat(20_000), () => true)).toBeNull()
  const next = await parse('JavaScript', 'g(2)')
  expect(next.callsByName.has('g')).toBe(true)
})

test('what could not be parsed is counted', async () => {
  expect((await parse('JavaScript', 'foo(; bar(1)')).parseErrors).toBeGreaterThan(0)
})

test.each([
  ['TypeScript', '<a>'],
  ['TypeScript', 'a<b<'],
  ['Tsx', '<A b={'],
  ['JavaScript', 'async x=>'],
  ['Python', 'lambda x: '],
] as const)(
  '%s: thirty thousand times %s does not break the parser for the next file',
  async (language, opener) => {
    const grammar = await grammars.get(language)
    const isOverdue = stopAfter(2_000)
    parseFile(grammars.parser, grammar, 'deep', opener.repeat(30_000), isOverdue)
    expect((await parse('Python', 'f(1)')).callsByName.has('f')).toBe(true)
    expect((await parse('TypeScript', 'f<A>(1)')).callsByName.has('f')).toBe(true)
  },
)

/** Stops after so many questions, so that the test does not depend on the clock. */
function stopAfter(questions: number): () => boolean {
  let asked = 0
  return () => ++asked > questions
}

test('our cursor walks as the public one does', async () => {
  const { wasm } = await grammars.get('Tsx')
  grammars.parser.setLanguage(wasm)
  const tree = grammars.parser.parse('const a: A<B> = <b c={`d${e}`}>f</b>; if (x) { y( }')
  if (tree === null) throw new Error('no tree')
  const steps = (cursor: NodeCursor): readonly unknown[] => {
    const seen: unknown[] = []
    const note = () =>
      seen.push([cursor.typeId(), cursor.start(), cursor.end(), cursor.fieldId(), cursor.isMissing()])
    note()
    for (;;) {
      if (!cursor.gotoFirstChild()) {
        while (!cursor.gotoNextSibling()) {
          if (!cursor.gotoParent()) {
            cursor.close()
            return seen
          }
        }
      }
      note()
    }
  }
  const ours = steps(openCursor(tree))
  expect(ours).toEqual(steps(publicCursor(tree)))
  expect(ours.length).toBeGreaterThan(30)
  tree.delete()
})
