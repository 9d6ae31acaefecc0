import type { ProjectStore } from '../ports/project-store.js'
import type { Scanner } from '../ports/scanner.js'
import type { Syntax } from '../ports/syntax.js'
import type { Hash } from '../ports/system.js'
import type { Workspace } from '../ports/workspace.js'
import type { AssetPaths } from './asset-paths.js'

export type EmbeddedScannerTools = {
  readonly workspace: Workspace
  readonly store: ProjectStore
  readonly syntax: Syntax
  readonly hash: Hash
}

/** Returns our own scanner: the shipped rules for code and for other texts, secrets, and what was learned here. It is loaded with the first scan. */
export function openEmbeddedScanner(
  parts: EmbeddedScannerTools,
  assets: AssetPaths,
  env: NodeJS.ProcessEnv,
): Scanner {
  let opened: Scanner | null = null
  let opening: Promise<Scanner> | null = null
  const open = (): Promise<Scanner> => {
    opening ??= import('./load-embedded-scanner.js').then(({ loadEmbeddedScanner }) => {
      const scanner = loadEmbeddedScanner(parts, assets, env)
      opened = scanner
      return scanner
    })
    return opening
  }
  return {
    id: 'builtin',
    scan: async request => (await open()).scan(request),
    scanText: async (path, text) => (await open()).scanText(path, text),
    proposeFix: async (...args) => (await open()).proposeFix(...args),
    // Findings are there only once something was scanned.
    checkedBy: finding => opened?.checkedBy?.(finding) ?? 'rule',
  }
}
