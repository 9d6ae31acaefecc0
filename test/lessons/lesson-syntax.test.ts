import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { Language, Parser } from 'web-tree-sitter'
import { loadLessons } from '../../source/adapters/content-bundled/load-lessons.js'
import { LANGUAGE_FAMILIES, type LanguageFamily } from '../../source/core/lesson/lesson.js'

const GRAMMAR_OF: Readonly<Record<LanguageFamily, string>> = {
  javascript: 'javascript',
  python: 'python',
  go: 'go',
  java: 'java',
  php: 'php',
  ruby: 'ruby',
  csharp: 'c-sharp',
}

/** Lessons that show another kind of file: a workflow, a Dockerfile, a list of dependencies. */
const OTHER_FILES = ['ci-injection', 'container-root', 'invented-package', 'vulnerable-dependency']

const { lessons } = await loadLessons(resolve(import.meta.dirname, '../../lessons'))
const grammars = join(
  dirname(createRequire(import.meta.url).resolve('@vscode/tree-sitter-wasm/package.json')),
  'wasm',
)
await Parser.init()

test.each(LANGUAGE_FAMILIES)('every %s sample is valid code', async family => {
  const parser = new Parser()
  parser.setLanguage(
    await Language.load(await readFile(join(grammars, `tree-sitter-${GRAMMAR_OF[family]}.wasm`))),
  )
  const wrong: string[] = []
  let count = 0
  for (const { weakness, samples } of lessons.filter(lesson => !OTHER_FILES.includes(lesson.weakness))) {
    for (const sample of samples.filter(one => one.family === family)) {
      for (const form of ['vulnerable', 'fixed'] as const) {
        const isPlainPhp = family === 'php' && !sample[form].startsWith('<')
        const tree = parser.parse(isPlainPhp ? `<?php\n${sample[form]}` : sample[form])
        if (!tree || tree.rootNode.hasError) wrong.push(`${weakness}, ${form}`)
        count++
      }
    }
  }
  expect(wrong).toEqual([])
  expect(count).toBeGreaterThan(30)
})
