import { resolve } from 'node:path'
import type { ScannerChoice } from '../commands/scanner-choice.js'
import { CONFIG_FILE, DEFAULT_CONFIG, type ProjectConfig } from '../core/config/project-config.js'
import { type Result, succeed } from '../core/problem.js'
import type { Content } from '../ports/content.js'
import type { ProjectStore } from '../ports/project-store.js'
import type { Scanner } from '../ports/scanner.js'
import type { Hash } from '../ports/system.js'
import type { Workspace } from '../ports/workspace.js'

type Parts = {
  /** The embedded engine, secrets included. */
  readonly embedded: Scanner
  readonly workspace: Workspace
  readonly store: ProjectStore
  readonly content: Content
  readonly hash: Hash
  /** The folder the command was started in: `--from` is relative to it. */
  readonly cwd: string
}

/** Returns the scanner that the options and the project's config ask for; other engines are loaded only then. */
export async function chooseScanner(parts: Parts, choice: ScannerChoice): Promise<Result<Scanner>> {
  const { embedded, workspace, content, hash } = parts
  const needs = {
    root: workspace.root,
    hash,
    weaknesses: content.weaknesses,
    readText: async (path: string) => {
      const file = await workspace.read(path)
      return file.ok ? file.value.text : null
    },
  }
  if (choice.from !== null) {
    const [{ openReport }, { combineScanners }] = await Promise.all([
      import('../adapters/finding-import/file-source.js'),
      import('../adapters/finding-import/combined-scanner.js'),
    ])
    const source = await openReport(resolve(parts.cwd, choice.from), choice.from, needs)
    return source.ok ? succeed(combineScanners(embedded, source.value, 'foreign')) : source
  }
  const engine = choice.engine ?? (await configuredEngine(parts))
  if (engine === 'builtin') return succeed(embedded)
  const [{ findBinary }, { findConfigs }, { createSemgrepSource }, { combineScanners }] = await Promise.all([
    import('../adapters/scanner-semgrep/find-binary.js'),
    import('../adapters/scanner-semgrep/find-configs.js'),
    import('../adapters/scanner-semgrep/semgrep-source.js'),
    import('../adapters/finding-import/combined-scanner.js'),
  ])
  const binary =
    engine === 'auto'
      ? await firstOf(['semgrep', 'opengrep'] as const, name => findBinary(name, workspace.root))
      : await findBinary(engine, workspace.root)
  const configs = await findConfigs(workspace.root, choice.configs, choice.allowNetwork)
  // `auto` takes what is there: without the other engine or without rules for it, ours alone; asked-for rules must work.
  if (engine === 'auto' && (!binary.ok || (!configs.ok && choice.configs.length === 0)))
    return succeed(embedded)
  if (!binary.ok) return binary
  if (!configs.ok) return configs
  const source = createSemgrepSource(binary.value, configs.value, needs)
  return succeed(combineScanners(embedded, source, engine === 'auto' ? 'both' : 'foreign'))
}

/** What the config says. The records are read for it only when its file speaks of an engine, which few do. */
async function configuredEngine({ store, workspace }: Parts): Promise<ProjectConfig['engine']> {
  const config = await workspace.read(CONFIG_FILE)
  const isTold = config.ok && config.value.text.includes('engine')
  return isTold ? (await store.load()).config.engine : DEFAULT_CONFIG.engine
}

async function firstOf<N, T>(names: readonly N[], find: (name: N) => Promise<Result<T>>): Promise<Result<T>> {
  const [first, ...rest] = names
  if (first === undefined) throw new RangeError('firstOf needs a name')
  const found = await find(first)
  return found.ok || rest.length === 0 ? found : firstOf(rest, find)
}
