import { join } from 'node:path'
import { combineScanners } from '../adapters/finding-import/combined-scanner.js'
import { createEmbeddedScanner } from '../adapters/scanner-embedded/scanner.js'
import { createLearnedSource } from '../adapters/scanner-learned/learned-source.js'
import { cacheFolder } from '../adapters/system/cache-folder.js'
import { systemClock } from '../adapters/system/system-clock.js'
import { listChangedFiles } from '../adapters/workspace-fs/list-changed-files.js'
import { trustedFunctions } from '../app/exempt-functions.js'
import type { Scanner } from '../ports/scanner.js'
import type { AssetPaths } from './asset-paths.js'
import type { EmbeddedScannerTools } from './open-embedded-scanner.js'

/** Builds our own scanner. In a file of its own, so that all of it is loaded at once, and only when something is scanned. */
export function loadEmbeddedScanner(
  { workspace, store, syntax, hash }: EmbeddedScannerTools,
  assets: AssetPaths,
  env: NodeJS.ProcessEnv,
): Scanner {
  const code = createEmbeddedScanner({
    workspace,
    hash,
    changed: () => listChangedFiles(workspace.root),
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
