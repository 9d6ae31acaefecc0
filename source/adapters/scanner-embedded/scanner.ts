import { realpath } from 'node:fs/promises'
import { performance } from 'node:perf_hooks'
import type { Finding } from '../../core/finding/finding.js'
import { fail, type Problem, succeed } from '../../core/problem.js'
import type { ScanError, Scanner } from '../../ports/scanner.js'
import type { Hash } from '../../ports/system.js'
import type { Workspace } from '../../ports/workspace.js'
import { createFixOffice, type FixOffice } from './fix/offered-fixes.js'
import type { RuleProblem } from './rules/read-rule-file.js'
import { loadRulePack, type RulePack } from './rules/rule-pack.js'
import { createFlowMaker } from './scan/flow-maker.js'
import { NOTHING_LINKED } from './scan/link-project.js'
import { listTargets } from './scan/list-targets.js'
import { readProjectModules } from './scan/project-modules.js'
import { createScanEngine, type ScanEngine, toTextScan } from './scan/scan-engine.js'
import { scanFiles } from './scan/scan-project.js'
import { compileLists } from './taint/lists/compile-lists.js'
import type { FlowLists } from './taint/lists/compiled-lists.js'
import { openGrammars } from './tree/grammars.js'

export type EmbeddedScannerParts = {
  readonly workspace: Pick<Workspace, 'root' | 'listProject'>
  readonly hash: Hash
  /** Folder of rule files, or the JSON file that the build made of it. */
  readonly rules: string
  /** Folder with the `.wasm` files that the build copied; absent: they come from node_modules. */
  readonly grammars?: string
}

type Opened = {
  readonly engine: ScanEngine
  readonly office: FixOffice
  readonly pack: RulePack
  readonly lists: FlowLists
}

/** Returns the scanner that ships with the tool. Rules and grammars are loaded when it is first used. */
export function createEmbeddedScanner(parts: EmbeddedScannerParts): Scanner {
  let opened: Promise<Opened> | null = null
  /** What the last scan knew of flows between files; a text is looked at with the same eyes. */
  let linked = NOTHING_LINKED
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
      const { engine, pack, lists } = await open()
      const root = await realpath(request.root)
      const project = await parts.workspace.listProject()
      const targets = await listTargets(root, project, request.paths, request.exclude)
      const all = await listTargets(root, project, [], request.exclude)
      const scan = await scanFiles(engine, lists, { ...request, root }, targets, all)
      const { tally, linked: found, ...report } = scan
      linked = found
      return {
        ...report,
        errors: [...pack.problems.map(toScanError), ...report.errors],
        stats: { ...tally, rules: pack.rules.length, durationMs: Math.round(performance.now() - start) },
      }
    },
    scanText: async (path, text) => {
      const { engine } = await open()
      return toTextScan(await engine.scan(path, text, { mustParse: true, ...linked.of(path) }))
    },
    proposeFix: async (finding, fixId, text, holes = {}) => {
      const { engine, office } = await open()
      const { file, findings } = await engine.scan(finding.path, text, linked.of(finding.path))
      const found =
        findings.find(one => one.finding.fingerprint === finding.fingerprint) ??
        findings.find(
          one => one.finding.ruleId === finding.ruleId && one.finding.startOffset === finding.startOffset,
        )
      if (file === null || found === undefined) return fail(noLongerThere(finding))
      const proposal = office.propose(found.raw, file, fixId, holes)
      return proposal === null ? fail(doesNotFit(finding)) : succeed(proposal)
    },
  }
}

async function openEngine(parts: EmbeddedScannerParts): Promise<Opened> {
  const [pack, grammars, project] = await Promise.all([
    loadRulePack(parts.rules, parts.hash),
    openGrammars(parts.grammars),
    parts.workspace.listProject(),
  ])
  const lists = compileLists(pack.lists)
  const office = createFixOffice(grammars.parser)
  const engine = createScanEngine({
    pack,
    grammars,
    hash: parts.hash,
    createFlow: createFlowMaker(lists),
    hasModule: await readProjectModules(parts.workspace.root, project),
    elapsed: () => performance.now(),
    fixesOf: (finding, file) => office.offers(finding, file).map(offer => offer.fix),
  })
  return { engine, office, pack, lists }
}

function toScanError(problem: RuleProblem): ScanError {
  const field = problem.field === '' ? '' : `, ${problem.field}`
  return { path: '', kind: 'bad-rule', message: `Rule file ${problem.file}${field}: ${problem.reason}.` }
}

function noLongerThere(finding: Finding): Problem {
  return {
    kind: 'user-can-act',
    message: 'This finding is no longer in the file.',
    path: finding.path,
    untouched: 'The file was not changed.',
    nextSteps: ['Scan again to see what is there now.'],
  }
}

function doesNotFit(finding: Finding): Problem {
  return {
    kind: 'user-can-act',
    message: 'This fix does not fit the code here.',
    path: finding.path,
    untouched: 'The file was not changed.',
    nextSteps: ['Choose another fix, or edit the code yourself.'],
  }
}
