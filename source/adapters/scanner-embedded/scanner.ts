import { realpath } from 'node:fs/promises'
import { performance } from 'node:perf_hooks'
import { fail } from '../../core/problem.js'
import type { ScanError, Scanner } from '../../ports/scanner.js'
import type { Hash } from '../../ports/system.js'
import type { Workspace } from '../../ports/workspace.js'
import type { RuleProblem } from './rules/read-rule-file.js'
import { loadRulePack, type RulePack } from './rules/rule-pack.js'
import { listTargets } from './scan/list-targets.js'
import { createNoFlow } from './scan/no-flow.js'
import { readProjectModules } from './scan/project-modules.js'
import { createScanEngine, type ScanEngine, toTextScan } from './scan/scan-engine.js'
import { scanFiles } from './scan/scan-project.js'
import { openGrammars } from './tree/grammars.js'

export type EmbeddedScannerParts = {
  readonly workspace: Pick<Workspace, 'root' | 'listProject'>
  readonly hash: Hash
  /** Folder of rule files, or the JSON file that the build made of it. */
  readonly rules: string
  /** Folder with the `.wasm` files that the build copied; absent: they come from node_modules. */
  readonly grammars?: string
}

type Opened = { readonly engine: ScanEngine; readonly pack: RulePack; readonly project: readonly string[] }

/** Returns the scanner that ships with the tool. Rules and grammars are loaded when it is first used. */
export function createEmbeddedScanner(parts: EmbeddedScannerParts): Scanner {
  let opened: Promise<Opened> | null = null
  const open = (): Promise<Opened> => {
    opened ??= openEngine(parts)
    return opened
  }

  return {
    id: 'builtin',
    scan: async request => {
      const start = performance.now()
      request.signal?.throwIfAborted()
      request.onProgress?.({ phase: 'listing', done: 0, total: 0, findings: 0 })
      const { engine, pack } = await open()
      const root = await realpath(request.root)
      const targets = await listTargets(root, await parts.workspace.listProject(), request.paths)
      const { tally, ...report } = await scanFiles(engine, { ...request, root }, targets)
      return {
        ...report,
        errors: [...pack.problems.map(toScanError), ...report.errors],
        stats: { ...tally, rules: pack.rules.length, durationMs: Math.round(performance.now() - start) },
      }
    },
    scanText: async (path, text) => {
      const { engine } = await open()
      return toTextScan(await engine.scan(path, text, { mustParse: true }))
    },
    proposeFix: async () =>
      fail({
        kind: 'user-can-act',
        message: 'This fix cannot be worked out here.',
        nextSteps: ['Edit it yourself.'],
      }),
  }
}

async function openEngine(parts: EmbeddedScannerParts): Promise<Opened> {
  const [pack, grammars, project] = await Promise.all([
    loadRulePack(parts.rules, parts.hash),
    openGrammars(parts.grammars),
    parts.workspace.listProject(),
  ])
  const engine = createScanEngine({
    pack,
    grammars,
    hash: parts.hash,
    createFlow: createNoFlow,
    hasModule: await readProjectModules(parts.workspace.root, project),
    elapsed: () => performance.now(),
    fixesOf: () => [],
  })
  return { engine, pack, project }
}

function toScanError(problem: RuleProblem): ScanError {
  const field = problem.field === '' ? '' : `, ${problem.field}`
  return { path: '', kind: 'bad-rule', message: `Rule file ${problem.file}${field}: ${problem.reason}.` }
}
