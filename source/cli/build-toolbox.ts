import { type Result, succeed } from '../core/problem.js'
import type { Toolbox } from '../ports/toolbox.js'
import { assetPaths } from './asset-paths.js'
import { lazyPersonalStore } from './lazy-personal-store.js'

/** Builds every adapter for the project at `root`; the one place that knows them all. */
export async function buildToolbox(
  root: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Result<Toolbox>> {
  const [
    { createWorkspace },
    { createEmbeddedScanner },
    { openProjectStore },
    { openContent },
    { openGit },
    { openEditor },
    { createFsrsScheduler },
    { stateFolder },
    { systemClock },
    { sha256 },
    { hunksBetween },
  ] = await Promise.all([
    import('../adapters/workspace-fs/create-workspace.js'),
    import('../adapters/scanner-embedded/scanner.js'),
    import('../adapters/store-project/open-project-store.js'),
    import('../adapters/content-bundled/open-content.js'),
    import('../adapters/git-process/open-git.js'),
    import('../adapters/editor-process/open-editor.js'),
    import('../adapters/scheduler-fsrs/fsrs-scheduler.js'),
    import('../adapters/system/state-folder.js'),
    import('../adapters/system/system-clock.js'),
    import('../adapters/system/sha256.js'),
    import('../adapters/system/hunks-between.js'),
  ])
  const assets = assetPaths()
  const workspace = await createWorkspace(root, { state: stateFolder(env) })
  if (!workspace.ok) return workspace
  return succeed({
    workspace: workspace.value,
    scanner: createEmbeddedScanner({
      workspace: workspace.value,
      hash: sha256,
      rules: assets.rules,
      ...(assets.grammars === undefined ? {} : { grammars: assets.grammars }),
    }),
    store: openProjectStore(workspace.value),
    personal: lazyPersonalStore(env),
    content: openContent({ lessons: assets.lessons, rules: assets.ruleContent }),
    git: openGit(workspace.value.root),
    editor: openEditor(env),
    scheduler: createFsrsScheduler(),
    clock: systemClock,
    hash: sha256,
    differ: hunksBetween,
  })
}
