import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { createEmbeddedScanner } from '../../source/adapters/scanner-embedded/scanner.js'
import { sha256 } from '../../source/adapters/system/sha256.js'

/** One small program a framework, each line with a mistake naming the rules that must see it. */
const FOLDER = resolve(import.meta.dirname, '../fixtures/frameworks')
const PATHS = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(entry => join(entry.parentPath, entry.name).slice(FOLDER.length + 1))
  .sort()

const scanner = createEmbeddedScanner({
  workspace: { root: FOLDER, listProject: async () => PATHS },
  hash: sha256,
  rules: resolve(import.meta.dirname, '../../rules'),
})

test.each(PATHS)('input of %s reaches its sinks, and nothing else is found', async path => {
  // Scanned as a text: in its place, below a folder of tests, confidence is lowered.
  const text = readFileSync(join(FOLDER, path), 'utf8')
  const { findings } = await scanner.scanText(path, text)
  const found = findings.map(one => `${one.startLine} ${one.ruleId}`)
  const marked = text.split('\n').flatMap((line, index) =>
    (/(?:\/\/|#) finds (.*)$/.exec(line)?.[1] ?? '')
      .split(', ')
      .filter(rule => rule !== '')
      .map(rule => `${index + 1} ${rule}`),
  )
  expect([...new Set(found)].sort()).toEqual(marked.sort())
})
