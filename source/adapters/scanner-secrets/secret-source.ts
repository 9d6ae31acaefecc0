import { realpath } from 'node:fs/promises'
import type { Finding } from '../../core/finding/finding.js'
import type { ScanError } from '../../ports/scanner.js'
import type { Hash } from '../../ports/system.js'
import type { Workspace } from '../../ports/workspace.js'
import type { ForeignSource } from '../finding-import/foreign-source.js'
import { readSource } from '../scanner-embedded/scan/read-source.js'
import { type Told, toTextFindings } from '../scanner-text/text-finding.js'
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
      const errors: ScanError[] = []
      const isExcluded = createGlobFilter(request.exclude ?? [])
      const root = await realpath(request.root)
      const project = await workspace.listProject()
      for (const path of project.filter(one => isBelowPaths(one, request.paths) && !isExcluded(one))) {
        request.signal?.throwIfAborted()
        if (!canHoldSecrets(path)) continue
        const reading = await readSource(root, path)
        // What cannot be read as text is told by the scan of code files, or is binary and holds no settings.
        if (reading.kind !== 'text') continue
        const found = secretsOf(path, reading.text, hash)
        findings.push(...found.findings)
        errors.push(...found.errors)
      }
      return { findings, proposals: new Map(), errors, moved: 0, stale: 0, filesScanned: 0 }
    },
    rescan: async (path, text) => secretsOf(path, text, hash).findings,
  }
}

function secretsOf(path: string, text: string, hash: Hash): ReturnType<typeof toTextFindings> {
  const told = findSecrets(path, text).map(
    ({ id, what, start, end, confidence }): Told => ({
      start,
      end,
      ruleId: id,
      weakness: 'hardcoded-secret',
      title: 'Secret in a file',
      severity: confidence === 'high' ? 'high' : 'medium',
      confidence,
      cwe: [798],
      owasp: 'A07:2025',
      message: `This looks like ${what}. Everyone with the repository has it; revoke it and read it from outside.`,
      fixes: [],
    }),
  )
  return toTextFindings(path, text, told, hash)
}
