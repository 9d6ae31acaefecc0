import { writeSync } from 'node:fs'
import { openContent } from '../../source/adapters/content-bundled/open-content.js'
import { openProjectStore } from '../../source/adapters/store-project/open-project-store.js'
import { hunksBetween } from '../../source/adapters/system/hunks-between.js'
import { sha256 } from '../../source/adapters/system/sha256.js'
import { createWorkspace } from '../../source/adapters/workspace-fs/create-workspace.js'
import { applyFix } from '../../source/app/apply-fix.js'
import { applySync } from '../../source/app/apply-sync.js'
import { planSync } from '../../source/app/plan-sync.js'
import { previewFix } from '../../source/app/preview-fix.js'
import { recordRemediation } from '../../source/app/record-remediation.js'
import { promoteRule } from '../../source/app/review-rules.js'
import { scanProject } from '../../source/app/scan-project.js'
import type { Result } from '../../source/core/problem.js'
import type { Workspace } from '../../source/ports/workspace.js'
import { createFakeScanner } from './fake-scanner.js'
import { createFakeToolbox } from './fake-toolbox.js'

// Started as a process of its own and killed at a random moment: fixes, records, promotes and syncs without end, and
// says on standard output what it is about to write and when that is done. The scanner is the fake one, so that
// most of the time goes into writing; everything that writes is real.

const [root = '', state = '', rules = '', original = ''] = process.argv.slice(2)
const texts: Readonly<Record<string, string>> = JSON.parse(original)

function say(event: object): void {
  writeSync(1, `${JSON.stringify(event)}\n`)
}

/** Announces every change of a file before it begins and after it is done. */
function announce(real: Workspace): Workspace {
  const told = async <T>(path: string, after: string | null, change: () => Promise<Result<T>>) => {
    say({ path, after })
    const result = await change()
    say({ path, done: result.ok })
    return result
  }
  return {
    ...real,
    write: (path, text, hash) => told(path, sha256(text), () => real.write(path, text, hash)),
    remove: (path, hash) => told(path, null, () => real.remove(path, hash)),
  }
}

function need<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.problem.path ?? ''} ${result.problem.message}`)
  return result.value
}

const workspace = announce(need(await createWorkspace(root, { state })))
const scanner = createFakeScanner(workspace)
const store = openProjectStore(workspace)
const content = openContent({ lessons: rules, rules })
const tools = { ...createFakeToolbox(), workspace, scanner, store, content, differ: hunksBetween }

async function fixAll(): Promise<void> {
  const report = need(await scanProject(tools, { paths: [] }))
  for (const { path } of report.findings) {
    // A fix moves the findings behind it, so each is looked up afresh.
    const now = need(await scanProject(tools, { paths: [path] })).findings[0]
    const fix = now?.fixes[0]
    if (!now || !fix) continue
    const applied = need(await applyFix(tools, need(await previewFix(tools, now, fix.id))))
    need(await recordRemediation(tools, { applied, words: '' }))
  }
}

async function promoteAndSync(): Promise<void> {
  for (const rule of (await store.load()).rules)
    if (rule.status === 'candidate') need(await promoteRule(tools, rule.id, { sentenceAlone: true }))
  need(await applySync(tools, need(await planSync(tools, { targets: ['agents-md', 'claude-code'] }))))
}

async function startOver(): Promise<void> {
  need(await applySync(tools, need(await planSync(tools, { remove: true }))))
  const { rules: learned, remediations } = await store.load()
  for (const { id } of learned) need(await store.removeRule(id))
  for (const { id } of remediations) need(await store.removeRemediation(id))
  for (const [path, text] of Object.entries(texts)) {
    const file = need(await workspace.read(path))
    if (file.text !== text) need(await workspace.write(path, text, file.hash))
  }
}

say({ started: true })
for (;;) {
  await startOver()
  await fixAll()
  await promoteAndSync()
}
