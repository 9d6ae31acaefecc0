import { existsSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { TOP } from './projects.js'
import { markdownTable, type Row } from './row.js'
import { firstFindingRows } from './rows/first-finding-rows.js'
import { idleRows } from './rows/idle-rows.js'
import { keyRows } from './rows/key-rows.js'
import { scanRows } from './rows/scan-rows.js'
import { startRows } from './rows/start-rows.js'

// Measures the built tool and writes docs/benchmarks.md. Names of groups (start, first, keys, idle, scan) run only those, and
// print without writing.

const GROUPS: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  start: startRows,
  first: firstFindingRows,
  keys: keyRows,
  idle: idleRows,
  scan: scanRows,
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter(name => !Object.hasOwn(GROUPS, name))
if (unknown.length > 0) throw new Error(`There is no group ${unknown.join(', ')}.`)
if (!existsSync(join(TOP, 'dist/cli.js'))) throw new Error('Run npm run build first.')

const load = loadavg()[0]?.toFixed(1)
const rows: Row[] = []
for (const [name, measure] of Object.entries(GROUPS))
  if (wanted.length === 0 || wanted.includes(name)) rows.push(...(await measure()))

const table = markdownTable(rows)
process.stdout.write(`${table}\n`)
if (wanted.length === 0) {
  const machine = `${availableParallelism()} cores, ${process.platform} ${process.arch}, Node.js ${process.versions.node}, load ${load} before the start`
  const text = `# Benchmarks

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${machine}.
Each figure is measured on the built package, in a process of its own; the terminal is a real pseudo-terminal of 100×30.
Differences below 15 % are noise.

${table}
`
  writeFileSync(join(TOP, 'docs/benchmarks.md'), text)
}
