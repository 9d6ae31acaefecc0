import type { AssistantRunner } from './assistant-runner.js'
import type { Content } from './content.js'
import type { FileWatcher } from './file-watcher.js'
import type { Git } from './git.js'
import type { MachineStore } from './machine-store.js'
import type { PersonalStore } from './personal-store.js'
import type { ProjectStore } from './project-store.js'
import type { Scanner } from './scanner.js'
import type { Scheduler } from './scheduler.js'
import type { Syntax } from './syntax.js'
import type { Clock, Differ, Editor, Hash } from './system.js'
import type { TestRunner } from './test-runner.js'
import type { Workspace } from './workspace.js'

/** Every port, built once in `cli/`; verbs in `app/` take the ones they need with `Pick<Toolbox, …>`. */
export type Toolbox = {
  readonly scanner: Scanner
  readonly syntax: Syntax
  readonly workspace: Workspace
  readonly store: ProjectStore
  readonly personal: PersonalStore
  readonly machine: MachineStore
  readonly content: Content
  readonly git: Git
  readonly editor: Editor
  readonly watcher: FileWatcher
  readonly assistants: AssistantRunner
  readonly tests: TestRunner
  readonly scheduler: Scheduler
  readonly clock: Clock
  readonly hash: Hash
  readonly differ: Differ
}
