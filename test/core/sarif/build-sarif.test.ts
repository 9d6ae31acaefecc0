import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { anchorResults } from '../../../source/adapters/finding-import/anchor-results.js'
import { combineScanners } from '../../../source/adapters/finding-import/combined-scanner.js'
import { readReport } from '../../../source/adapters/finding-import/read-report.js'
import { sha256 } from '../../../source/adapters/system/sha256.js'
import type { Finding } from '../../../source/core/finding/finding.js'
import { buildSarif } from '../../../source/core/sarif/build-sarif.js'
import { createFakeScanner } from '../../support/fake-scanner.js'
import { createMemoryWorkspace } from '../../support/memory-workspace.js'
import { readWeaknesses } from '../../support/weaknesses.js'

const PACKAGE = dirname(createRequire(import.meta.url).resolve('@microsoft/jest-sarif/package.json'))
const schema: object = JSON.parse(readFileSync(join(PACKAGE, 'lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'))

const FILES = { 'web/a b.js': 'const x = 1\nrun(eval(request.query.text))\neval(other)\n' }

async function exported(): Promise<{ findings: readonly Finding[]; log: object }> {
  const workspace = createMemoryWorkspace(FILES)
  const scanner = createFakeScanner(workspace)
  const report = await scanner.scan({ root: '/project', paths: [] })
  const [first, ...rest] = report.findings
  if (!first) throw new Error('the fixture has no finding')
  const traced: Finding = {
    ...first,
    trace: [
      { path: first.path, line: 2, column: 10, label: 'comes from the request' },
      { path: first.path, line: 2, column: 5, label: 'is run as code' },
    ],
    exempt: { kind: 'accepted-risk', reason: 'only administrators reach it' },
  }
  const proposal = await scanner.proposeFix(first, 'parse-json', FILES['web/a b.js'])
  const fixes = new Map(proposal.ok ? [[first.fingerprint, [proposal.value]]] : [])
  const findings = [traced, ...rest]
  const errors = [{ path: 'web/broken.js', message: 'partly parsed' }]
  return {
    findings,
    log: buildSarif({ findings, version: '1.2.3', fixes, texts: new Map(Object.entries(FILES)), errors }),
  }
}

test('the log is valid against the official schema, with code flows, fixes, fingerprints and suppressions', async () => {
  const { log } = await exported()
  const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false })
  // The schema names itself with draft 4's `id`; the keywords it uses mean the same in draft 7.
  const { id: _id, ...body } = schema as { id: string }
  const validate = ajv.compile({ ...body, $schema: 'http://json-schema.org/draft-07/schema#' })
  validate(JSON.parse(JSON.stringify(log)))
  expect(validate.errors).toBeNull()
  const text = JSON.stringify(log)
  for (const part of ['codeFlows', 'fixes', 'partialFingerprints', 'suppressions'])
    expect(text).toContain(`"${part}"`)
})

test('importing our own export gives the same findings', async () => {
  const { findings, log } = await exported()
  const report = readReport(JSON.stringify(log), 'own.sarif', '/project')
  if (!report.ok) throw new Error(report.problem.message)
  const workspace = createMemoryWorkspace(FILES)
  const anchored = await anchorResults(report.value, {
    engine: 'sarif',
    weaknesses: readWeaknesses(),
    hash: sha256,
    readText: async path => FILES[path as keyof typeof FILES] ?? null,
  })
  const source = {
    id: 'sarif',
    checkedBy: 'text',
    scan: async () => anchored,
    rescan: async () => [],
  } as const
  const combined = await combineScanners(createFakeScanner(workspace), source, 'foreign').scan({
    root: '/project',
    paths: [],
  })
  const key = (finding: Finding) => [
    finding.fingerprint,
    finding.path,
    finding.startOffset,
    finding.endOffset,
    finding.severity,
  ]
  expect(combined.findings.map(key)).toEqual(findings.map(key))
  expect(combined.findings[0]?.trace.length).toBe(2)
  expect(combined.findings[0]?.exempt?.reason).toBe('only administrators reach it')
})
