import { join } from 'node:path'
import type { ProjectStore } from '../ports/project-store.js'
import type { Scanner } from '../ports/scanner.js'
import type { Syntax } from '../ports/syntax.js'
import type { Hash } from '../ports/system.js'
import type { Workspace } from '../ports/workspace.js'
import type { AssetPaths } from './asset-paths.js'

type Parts = {
  readonly workspace: Workspace
  readonly store: ProjectStore
  readonly syntax: Syntax
  readonly hash: Hash
}

/** Returns our own scanner: the shipped rules for code and for other texts, secrets, and what was learned here. It is loaded with the first scan. */
export function openEmbeddedScanner(parts: Parts, assets: AssetPaths, env: NodeJS.ProcessEnv): Scanner {
  let opened: Scanner | null = null
  let opening: Promise<Scanner> | null = null
  const open = (): Promise<Scanner> => {
    opening ??= load(parts, assets, env).then(scanner => {
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

async function load(
  { workspace, store, syntax, hash }: Parts,
  assets: AssetPaths,
  env: NodeJS.ProcessEnv,
): Promise<Scanner> {
  const [
    { createEmbeddedScanner },
    { createLearnedSource },
    { combineScanners },
    { cacheFolder },
    { systemClock },
    { trustedFunctions },
  ] = await Promise.all([
    import('../adapters/scanner-embedded/scanner.js'),
    import('../adapters/scanner-learned/learned-source.js'),
    import('../adapters/finding-import/combined-scanner.js'),
    import('../adapters/system/cache-folder.js'),
    import('../adapters/system/system-clock.js'),
    import('../app/exempt-functions.js'),
  ])
  const code = createEmbeddedScanner({
    workspace,
    hash,
    rules: assets.rules,
    trusted: () => trustedFunctions({ workspace, store, syntax, hash, clock: systemClock }),
    ...(assets.grammars === undefined ? {} : { grammars: assets.grammars }),
    // In the source tree nothing tells one state of the code from another, so nothing is kept.
    ...(assets.worker === undefined
      ? {}
      : { workerProgram: assets.worker, cache: join(cacheFolder(env), 'scan') }),
  })
  const learned = createLearnedSource({ workspace, store, syntax, hash })
  return combineScanners(code, learned, 'both')
}
