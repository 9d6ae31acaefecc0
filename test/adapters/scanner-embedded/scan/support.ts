import { mkdir, mkdtemp, realpath, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createEmbeddedScanner } from '../../../../source/adapters/scanner-embedded/scanner.js'
import { sha256 } from '../../../../source/adapters/system/sha256.js'
import type { Scanner } from '../../../../source/ports/scanner.js'

/** A rule file in short: everything that has no part in the test is filled in. */
export type ShortRule = {
  readonly id: string
  readonly rule: unknown
  readonly keywords?: readonly string[]
  readonly more?: Readonly<Record<string, unknown>>
  readonly language?: string
}

/** Writes files into a new folder and returns its real path. */
export async function writeFiles(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'scan-test-')))
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), content)
  }
  return root
}

/** Writes a folder of rules and returns its path. */
export async function rulesFolder(rules: readonly ShortRule[]): Promise<string> {
  return writeFiles({
    'weaknesses.yml': '- { id: sql-injection, title: SQL injection }\n',
    'lists/http-input.yml': LIST,
    'lists/http-any.yml': LIST.replace('http-input', 'http-any').replace('query', 'query, headers'),
    ...Object.fromEntries(rules.map(rule => [`javascript/${rule.id}.yml`, JSON.stringify(ruleFile(rule))])),
  })
}

const LIST = `
id: http-input
kind: source
label: comes from the request
javascript:
  reads:
    - { object: "^req$", properties: [query] }
`

/** A scanner with these rules over these files. */
export async function scannerOf(
  rules: readonly ShortRule[],
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<{ readonly scanner: Scanner; readonly root: string }> {
  const root = await writeFiles(files)
  const scanner = createEmbeddedScanner({
    workspace: { root, listProject: async () => Object.keys(files).sort() },
    hash: sha256,
    rules: await rulesFolder(rules),
  })
  return { scanner, root }
}

function ruleFile({ id, rule, keywords = ['f'], more = {}, language = 'JavaScript' }: ShortRule): unknown {
  return {
    id,
    language,
    severity: 'error',
    message: 'm',
    rule,
    metadata: {
      guardrail: {
        schema: 1,
        languages: [language],
        keywords,
        confidence: 'high',
        lesson: 'sql-injection',
        cwe: ['CWE-89'],
        tests: { invalid: [], valid: [] },
        ...more,
      },
    },
  }
}
