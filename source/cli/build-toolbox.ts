import { join } from 'node:path'
import type { ScannerChoice } from '../commands/scanner-choice.js'
import { type Result, succeed } from '../core/problem.js'
import type { Toolbox } from '../ports/toolbox.js'
import { assetPaths } from './asset-paths.js'
import { chooseScanner } from './choose-scanner.js'
import { lazyPersonalStore } from './lazy-personal-store.js'

/** What the toolbox depends on beside the project. */
export type ToolboxSetting = {
  readonly env: NodeJS.ProcessEnv
  /** The folder the command was started in. */
  readonly cwd: string
  readonly scanner: ScannerChoice
}

/** Builds every adapter for the project at `root`; the one place that knows them all. */
export async function buildToolbox(
  root: string,
  { env, cwd, scanner: choice }: ToolboxSetting,
): Promise<Result<Toolbox>> {
  const [
    { createWorkspace },
    { createEmbeddedScanner },
    { createSecretSource },
    { createLearnedSource },
    { combineScanners },
    { openSyntax },
    { openProjectStore },
    { openContent },
    { openGit },
    { openEditor },
    { createFsrsScheduler },
    { cacheFolder },
    { stateFolder },
    { systemClock },
    { sha256 },
    { hunksBetween },
  ] = await Promise.all([
    import('../adapters/workspace-fs/create-workspace.js'),
    import('../adapters/scanner-embedded/scanner.js'),
    import('../adapters/scanner-secrets/secret-source.js'),
    import('../adapters/scanner-learned/learned-source.js'),
    import('../adapters/finding-import/combined-scanner.js'),
    import('../adapters/scanner-embedded/open-syntax.js'),
    import('../adapters/store-project/open-project-store.js'),
    import('../adapters/content-bundled/open-content.js'),
    import('../adapters/git-process/open-git.js'),
    import('../adapters/editor-process/open-editor.js'),
    import('../adapters/scheduler-fsrs/fsrs-scheduler.js'),
    import('../adapters/system/cache-folder.js'),
    import('../adapters/system/state-folder.js'),
    import('../adapters/system/system-clock.js'),
    import('../adapters/system/sha256.js'),
    import('../adapters/system/hunks-between.js'),
  ])
  const assets = assetPaths()
  const workspace = await createWorkspace(root, { state: stateFolder(env) })
  if (!workspace.ok) return workspace
  const store = openProjectStore(workspace.value)
  const content = openContent({ lessons: assets.lessons, rules: assets.ruleContent })
  const code = createEmbeddedScanner({
    workspace: workspace.value,
    hash: sha256,
    rules: assets.rules,
    ...(assets.grammars === undefined ? {} : { grammars: assets.grammars }),
    // In the source tree nothing tells one state of the code from another, so nothing is kept.
    ...(assets.worker === undefined
      ? {}
      : { workerProgram: assets.worker, cache: join(cacheFolder(env), 'scan') }),
  })
  const syntax = openSyntax(assets.grammars)
  const learned = createLearnedSource({ workspace: workspace.value, store, syntax, hash: sha256 })
  const withSecrets = combineScanners(code, createSecretSource(workspace.value, sha256), 'both')
  const embedded = combineScanners(withSecrets, learned, 'both')
  const parts = { embedded, workspace: workspace.value, store, content, hash: sha256, cwd }
  const scanner = await chooseScanner(parts, choice)
  if (!scanner.ok) return scanner
  return succeed({
    workspace: workspace.value,
    scanner: scanner.value,
    syntax,
    store,
    personal: lazyPersonalStore(env),
    content,
    git: openGit(workspace.value.root),
    editor: openEditor(env),
    scheduler: createFsrsScheduler(),
    clock: systemClock,
    hash: sha256,
    differ: hunksBetween,
  })
}
