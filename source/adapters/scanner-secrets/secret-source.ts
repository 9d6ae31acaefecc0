import { realpath } from 'node:fs/promises'
import { confidenceInPlace } from '../../core/finding/confidence-in-place.js'
import type { Finding } from '../../core/finding/finding.js'
import { fingerprintInput } from '../../core/finding/fingerprint.js'
import { indexLines } from '../../core/text/line-index.js'
import type { Hash } from '../../ports/system.js'
import type { Workspace } from '../../ports/workspace.js'
import type { ForeignSource } from '../finding-import/foreign-source.js'
import { readSource } from '../scanner-embedded/scan/read-source.js'
import { isBelowPaths } from '../system/below-paths.js'
import { createGlobFilter } from '../system/glob-filter.js'
import { canHoldSecrets, findSecrets } from './find-secrets.js'

/** Returns the secrets of every text file of the project as a source of findings beside the rules for code. */
export function createSecretSource(workspace: Pick<Workspace, 'listProject'>, hash: Hash): ForeignSource {
  return {
    id: 'builtin',
    checkedBy: 'rule',
    scan: async request => {
      const findings: Finding[] = []
      const isExcluded = createGlobFilter(request.exclude ?? [])
      const root = await realpath(request.root)
      const project = await workspace.listProject()
      for (const path of project.filter(one => isBelowPaths(one, request.paths) && !isExcluded(one))) {
        request.signal?.throwIfAborted()
        if (!canHoldSecrets(path)) continue
        const reading = await readSource(root, path)
        // What cannot be read as text is told by the scan of code files, or is binary and holds no settings.
        if (reading.kind === 'text') findings.push(...secretsOf(path, reading.text, hash))
      }
      return { findings, proposals: new Map(), errors: [], moved: 0, stale: 0, filesScanned: 0 }
    },
    rescan: async (path, text) => secretsOf(path, text, hash),
  }
}

function secretsOf(path: string, text: string, hash: Hash): readonly Finding[] {
  const index = indexLines(text)
  const seen = new Map<string, number>()
  return findSecrets(path, text).map(secret => {
    const start = index.placeAt(secret.start)
    const end = index.placeAt(secret.end)
    const value = text.slice(secret.start, secret.end)
    const occurrence = seen.get(`${secret.id}\0${value}`) ?? 0
    seen.set(`${secret.id}\0${value}`, occurrence + 1)
    return {
      fingerprint: hash(fingerprintInput(secret.id, path, value, occurrence)),
      engine: 'builtin',
      ruleId: secret.id,
      weakness: 'hardcoded-secret',
      title: 'Secret in a file',
      severity: secret.confidence === 'high' ? 'high' : 'medium',
      confidence: confidenceInPlace(secret.confidence, path),
      cwe: [798],
      owasp: 'A07:2025',
      path,
      startLine: start.line,
      startColumn: start.column,
      endLine: end.line,
      endColumn: end.column,
      startOffset: secret.start,
      endOffset: secret.end,
      message: `This looks like ${secret.what}. Everyone with the repository has it; revoke it and read it from outside.`,
      lesson: 'hardcoded-secret',
      trace: [],
      fixes: [],
      exempt: null,
    } as const satisfies Finding
  })
}
