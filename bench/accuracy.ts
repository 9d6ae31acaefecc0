import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { countLines } from './accuracy/count-lines.js'
import { type Project, readFacts, type Scan } from './accuracy/read-facts.js'
import { type Measured, writeReport } from './accuracy/write-report.js'
import { TOP } from './projects.js'

// Scans checked-out projects (FOLDER/<name>, at the commits of accuracy/projects.json) with the built tool, holds the
// findings against what people judged, and writes docs/accuracy.md. What was scanned before stays in SCANS.

const [folder, scans = join(TOP, 'dist', 'accuracy')] = process.argv.slice(2)
if (folder === undefined)
  throw new Error('Name the folder with the projects: npx tsx bench/accuracy.ts FOLDER [SCANS]')
if (!existsSync(join(TOP, 'dist/cli.js'))) throw new Error('Run npm run build first.')
mkdirSync(scans, { recursive: true })

const facts = readFacts()
const measured = facts.projects.map((project): Measured => {
  const path = resolve(folder, project.name)
  checkCommit(project, path)
  return { project, lines: countLines(path), scan: scanOf(project, path) }
})
writeFileSync(
  join(TOP, 'docs/accuracy.md'),
  writeReport(measured, facts, new Date().toISOString().slice(0, 10), rulesNow()),
)

/** The last commit that changed rules or code: later than that of the untouched sample once it was mended on. */
function rulesNow(): string {
  const command = ['log', '-1', '--format=%h', '--', 'rules', 'source']
  return execFileSync('git', command, { cwd: TOP, encoding: 'utf8' }).trim()
}

function checkCommit(project: Project, path: string): void {
  const commit = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: path, encoding: 'utf8' }).trim()
  if (!commit.startsWith(project.commit))
    throw new Error(`${project.name} is at ${commit}, not ${project.commit}.`)
}

function scanOf(project: Project, path: string): Scan {
  const kept = join(scans, `${project.name}.json`)
  if (!existsSync(kept)) {
    const options = { cwd: path, encoding: 'utf8', maxBuffer: 1 << 28 } as const
    const command = [join(TOP, 'dist/cli.js'), 'scan', '--json', '--engine', 'builtin']
    writeFileSync(kept, execFileSync(process.execPath, command, options))
  }
  return JSON.parse(readFileSync(kept, 'utf8')) as Scan
}
