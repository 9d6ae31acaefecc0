import { createAssistantRunner } from '../adapters/assistant-process/assistant-runner.js'
import { openContent } from '../adapters/content-bundled/open-content.js'
import { openEditor } from '../adapters/editor-process/open-editor.js'
import { createFileWatcher } from '../adapters/file-watch/create-file-watcher.js'
import { openGit } from '../adapters/git-process/open-git.js'
import { createFsrsScheduler } from '../adapters/scheduler-fsrs/fsrs-scheduler.js'
import { hunksBetween } from '../adapters/system/hunks-between.js'
import { sha256 } from '../adapters/system/sha256.js'
import { stateFolder } from '../adapters/system/state-folder.js'
import { systemClock } from '../adapters/system/system-clock.js'
import { createTestRunner } from '../adapters/test-process/test-runner.js'
import { createWorkspace } from '../adapters/workspace-fs/create-workspace.js'
import type { ScannerChoice } from '../commands/scanner-choice.js'
import { type Result, succeed } from '../core/problem.js'
import type { MachineStore } from '../ports/machine-store.js'
import type { Syntax } from '../ports/syntax.js'
import type { Toolbox } from '../ports/toolbox.js'
import { assetPaths } from './asset-paths.js'
import { chooseScanner } from './choose-scanner.js'
import { lazyPersonalStore } from './lazy-personal-store.js'
import { lazyPort } from './lazy-port.js'
import { lazyProjectStore } from './lazy-project-store.js'
import { openEmbeddedScanner } from './open-embedded-scanner.js'

/** What the toolbox depends on beside the project. */
export type ToolboxSetting = {
  readonly env: NodeJS.ProcessEnv
  /** The folder the command was started in. */
  readonly cwd: string
  readonly scanner: ScannerChoice
}

/**
 * Builds every adapter for the project at `root`. What is large is loaded when it is first asked for: the first frame
 * needs none of it. The small ones come along at once, since a file more to open takes longer than a few lines to read.
 */
export async function buildToolbox(
  root: string,
  { env, cwd, scanner: choice }: ToolboxSetting,
): Promise<Result<Toolbox>> {
  const assets = assetPaths()
  const workspace = await createWorkspace(root, { state: stateFolder(env) })
  if (!workspace.ok) return workspace
  const content = openContent({ lessons: assets.lessons, rules: assets.ruleContent })
  const store = lazyProjectStore(workspace.value)
  const syntax = lazyPort<Syntax>(async () => {
    const { openSyntax } = await import('../adapters/scanner-embedded/open-syntax.js')
    return openSyntax(assets.grammars)
  })
  const machine = lazyPort<MachineStore>(async () => {
    const { openMachineStore } = await import('../adapters/store-machine/open-machine-store.js')
    return openMachineStore(workspace.value.root, stateFolder(env))
  })
  const embedded = openEmbeddedScanner(
    { workspace: workspace.value, store, syntax, hash: sha256 },
    assets,
    env,
  )
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
    assistants: createAssistantRunner(workspace.value),
    watcher: createFileWatcher(workspace.value.root),
    tests: createTestRunner(workspace.value.root, env),
    machine,
    scheduler: createFsrsScheduler(),
    clock: systemClock,
    hash: sha256,
    differ: hunksBetween,
  })
}
