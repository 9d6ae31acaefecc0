import { realpath } from 'node:fs/promises'
import type { Finding } from '../../core/finding/finding.js'
import { mergeFindings } from '../../core/finding/merge-findings.js'
import type { TrustedFunction } from '../../core/finding/trusted-function.js'
import { fail, type Problem, succeed } from '../../core/problem.js'
import type { ScanError, Scanner, ScanRequest } from '../../ports/scanner.js'
import type { Hash } from '../../ports/system.js'
import type { Workspace } from '../../ports/workspace.js'
import type { TextChecks } from '../scanner-text/text-checks.js'
import { openScanCache, type ScanCache } from './cache/scan-cache.js'
import type { OpenedEngine } from './open-engine.js'
import type { RuleProblem } from './rules/read-rule-file.js'
import { loadRulePack, type RulePack } from './rules/rule-pack.js'
import { examineFile } from './scan/examine-file.js'
import { contextOfText, type LinkMaterial, linkProject, NOTHING_LINKED } from './scan/link-project.js'
import { listTargets } from './scan/list-targets.js'
import { findModules } from './scan/project-modules.js'
import { createRouteReader, type RouteReader } from './scan/read-openapi.js'
import { type Examiner, examineHere, scanFiles } from './scan/scan-project.js'
import { textChecksOf, toTextScan } from './scan/text-scan.js'
import type { HandledRoute } from './taint/handled-route.js'
import { countWorkers } from './worker/count-workers.js'

export type EmbeddedScannerParts = {
  readonly workspace: Pick<Workspace, 'root' | 'listProject'>
  readonly hash: Hash
  /** Folder of rule files, or the JSON file that the build made of it. */
  readonly rules: string
  /** Folder with the `.wasm` files that the build copied; absent: they come from node_modules. */
  readonly grammars?: string
  /** Path of the bundled `worker/scan-worker.ts`; absent: everything runs in this thread. */
  readonly workerProgram?: string
  /** Folder for what is known of scanned files; absent: nothing is kept. Only for a build, whose pack names its code. */
  readonly cache?: string
  /** Files changed since the last commit, which are examined first; absent: size alone decides. */
  readonly changed?: () => Promise<readonly string[]>
  /** Functions of the project that a person vouched for, as they are now. */
  readonly trusted?: () => Promise<readonly TrustedFunction[]>
}

/** What is there once the rules are read. */
type Ready = {
  readonly pack: RulePack
  /** Modules that rules ask for and the project depends on. */
  readonly modules: ReadonlySet<string>
  readonly texts: TextChecks
  /** Functions that a person vouched for, as the last scan found them. */
  readonly trusted: { current: readonly TrustedFunction[] }
  /** Routes that OpenAPI documents give to functions, as the last scan (or the start) found them. */
  readonly routes: { current: readonly HandledRoute[]; readonly read: RouteReader }
  readonly open: () => Promise<OpenedEngine>
}

/** Returns the scanner that ships with the tool. Rules and grammars are loaded when they are first needed. */
export function createEmbeddedScanner(parts: EmbeddedScannerParts): Scanner {
  let started: Promise<Ready> | null = null
  /** What the last scan knew of flows between files; a text is looked at with the same eyes. */
  let linked = NOTHING_LINKED
  /** What the last scan linked, to link one text anew when it calls functions that the file on disk does not. */
  let material: LinkMaterial | null = null
  const start = (project?: Promise<readonly string[]>): Promise<Ready> => {
    started ??= getReady(parts, project)
    return started
  }

  return {
    id: 'builtin',
    scan: async request => {
      const begin = performance.now()
      request.signal?.throwIfAborted()
      request.onProgress?.({ phase: 'listing', done: 0, total: 0, findings: 0 })
      const listing = parts.workspace.listProject()
      const [listed, ready] = await Promise.all([listing, start(listing)])
      ready.trusted.current = (await parts.trusted?.()) ?? []
      const root = await realpath(request.root)
      ready.routes.current = await ready.routes.read(root, listed, ready.modules.has('connexion'))
      const { paths, exclude = [], weaknesses, signal } = request
      const { hash } = parts
      const project = await listTargets({
        root,
        project: listed,
        paths: [],
        exclude,
        reads: ready.texts.reads,
      })
      const targets =
        paths.length === 0
          ? project
          : await listTargets({ root, project: listed, paths, exclude, reads: ready.texts.reads })
      const nothing = { outcomes: new Map(), memory: { recordOf: () => null, factsOf: () => null } }
      const linking = { root, project, hash, open: ready.open, weaknesses, signal }
      material = { ...linking, ...nothing, signal: undefined }
      const { tally, ...report } = await scanFiles({
        request,
        root,
        targets,
        project,
        cache: await openCache(parts, ready, root, request),
        examine: makeExaminer(parts, ready, root, request),
        changed: parts.changed ?? (async () => []),
        link: (outcomes, memory) => {
          material = { ...linking, outcomes, memory, signal: undefined }
          return linkProject({ ...linking, outcomes, memory })
        },
        hash,
        now: Date.now,
      })
      linked = report.linked
      return {
        engine: 'builtin',
        findings: report.findings,
        errors: [...ready.pack.problems.map(toScanError), ...report.errors],
        stats: {
          ...tally,
          rules: ready.pack.ruleCount,
          durationMs: Math.round(performance.now() - begin),
        },
      }
    },
    scanText: async (path, text) => {
      const ready = await start()
      ready.trusted.current = (await parts.trusted?.()) ?? []
      const { engine } = await ready.open()
      const first = await engine.scan(path, text, { mustParse: true, context: linked.contextOf(path) })
      const context =
        material === null
          ? null
          : await contextOfText(material, path, text, first.links, parts.workspace.listProject)
      const scan = context === null ? first : await engine.scan(path, text, { mustParse: true, context })
      const inText = ready.texts.reads(path) ? ready.texts.check(path, text).findings : []
      const told = toTextScan(scan)
      return inText.length === 0 ? told : { ...told, findings: mergeFindings(told.findings, inText).findings }
    },
    proposeFix: async (finding, fixId, text, holes = {}) => {
      const ready = await start()
      const inText = ready.texts.propose(finding, fixId, text)
      if (inText !== null) return succeed(inText)
      const { engine, office } = await ready.open()
      const context = linked.contextOf(finding.path)
      const { file, findings } = await engine.scan(finding.path, text, { context })
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

async function getReady(
  { workspace, hash, rules, grammars }: EmbeddedScannerParts,
  listed?: Promise<readonly string[]>,
): Promise<Ready> {
  const [pack, project] = await Promise.all([loadRulePack(rules, hash), listed ?? workspace.listProject()])
  const modules = findModules(workspace.root, project, new Set(pack.modules))
  const trusted: Ready['trusted'] = { current: [] }
  const read = createRouteReader()
  const root = await realpath(workspace.root).catch(() => workspace.root)
  const routes: Ready['routes'] = { current: await read(root, project, modules.has('connexion')), read }
  const parts = {
    pack,
    hash,
    hasModule: (name: string) => modules.has(name),
    trusted: () => trusted.current,
    routes: () => routes.current,
  }
  let opened: Promise<OpenedEngine> | null = null
  const open = (): Promise<OpenedEngine> => {
    // Loaded here: a scan that the cache answers needs neither matcher nor parser.
    opened ??= import('./open-engine.js').then(({ openEngine }) =>
      openEngine(grammars === undefined ? parts : { ...parts, grammars }),
    )
    return opened
  }
  return { pack, modules, texts: textChecksOf(pack, hash), trusted, routes, open }
}

/** All that findings depend on beside the file itself is part of the key. */
async function openCache(
  { cache, hash }: EmbeddedScannerParts,
  { pack, modules, trusted, routes }: Ready,
  root: string,
  { weaknesses }: ScanRequest,
): Promise<ScanCache | null> {
  if (cache === undefined || weaknesses !== undefined) return null
  const key = hash(JSON.stringify([pack.hash, [...modules].sort(), trusted.current, routes.current]))
  return openScanCache(cache, hash(root).slice(0, 24), key)
}

function makeExaminer(
  { rules, grammars, workerProgram, hash }: EmbeddedScannerParts,
  { modules, texts, trusted, routes, open }: Ready,
  root: string,
  { weaknesses, signal, jobs }: ScanRequest,
): Examiner {
  const engine = async () => (await open()).engine
  const here = examineHere(path => examineFile({ engine, texts, hash, root, weaknesses }, path), signal)
  return async (paths, onOutcome) => {
    const count = workerProgram === undefined ? 1 : countWorkers(paths.length, jobs)
    if (workerProgram === undefined || count < 2) return here(paths, onOutcome)
    const setup = {
      rules,
      grammars: grammars ?? null,
      root,
      modules: [...modules],
      weaknesses: weaknesses ?? null,
      trusted: trusted.current,
      routes: routes.current,
    }
    // Loaded here: most scans are of a few files and need no threads.
    const { runWorkers } = await import('./worker/worker-pool.js')
    // Where threads cannot be used, this one does the rest.
    return here(
      await runWorkers({ program: workerProgram, setup, count, paths, signal, onOutcome }),
      onOutcome,
    )
  }
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
