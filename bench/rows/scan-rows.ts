import { appendFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { newFolder, smallProject, typescriptProject } from '../projects.js'
import { percentile, type Row } from '../row.js'
import { type AstGrep, findAstGrep, timeAstGrep } from '../run-ast-grep.js'
import { timeScan } from '../time-scan.js'

const RUNS = 5
const FILES = 1_000
const MANY = 10_000
const MANY_RUNS = 2
/** Differences below this are noise. */
const NOISE = 1.15

/** Measures scans of generated trees of TypeScript: cold and warm, small and large, beside ast-grep's own program. */
export async function scanRows(): Promise<readonly Row[]> {
  const project = typescriptProject(FILES)
  const small = smallProject()
  const astGrep = findAstGrep()
  const seconds = { cold: [], alone: [], other: [], same: [], changed: [], one: [] } as Record<
    string,
    number[]
  >
  const memory: number[] = []
  for (let run = 0; run < RUNS; run++) {
    // A home of its own for each cold run, so that no cache of an earlier one helps.
    const home = newFolder('home')
    const cold = timeScan(project, home, FILES)
    note(seconds, 'cold', cold.seconds)
    memory.push(cold.memory)
    note(seconds, 'same', timeScan(project, home, FILES).seconds)
    appendFileSync(join(project, 'source/area0/module0.ts'), `export const changed${run} = true\n`)
    note(seconds, 'changed', timeScan(project, home, FILES).seconds)
    note(seconds, 'alone', timeScan(project, newFolder('home'), FILES, ['--jobs', '1']).seconds)
    if (astGrep !== null) note(seconds, 'other', timeAstGrep(astGrep, project))
    note(seconds, 'one', timeScan(small, newFolder('home'), 1).seconds)
  }
  const many = await manyRows(percentile(seconds.cold ?? [], 0.5))
  const name = `scan of ${FILES.toLocaleString('en')} TypeScript files`
  return [
    row(`cold ${name}`, seconds.cold, 3),
    row(
      'the same on one thread',
      seconds.alone,
      astGrep === null ? null : percentile(seconds.other ?? [], 0.5),
    ),
    row(`ast-grep's program on one thread, ${nameOf(astGrep)}`, seconds.other, null),
    row('the same again, nothing changed', seconds.same, null),
    row('the same again, one file changed', seconds.changed, 0.3),
    row('one file, cold process', seconds.one, 0.35),
    { name: 'peak memory of the cold scan', unit: 'MB', goal: null, samples: memory },
    ...many,
  ]
}

/** Ten times the files; how much longer a file takes among many says whether time grows faster than bytes. */
async function manyRows(fewSeconds: number): Promise<readonly Row[]> {
  const project = typescriptProject(MANY)
  const runs = Array.from({ length: MANY_RUNS }, () => timeScan(project, newFolder('home'), MANY))
  rmSync(project, { recursive: true, force: true })
  const growth = runs.map(({ seconds }) => (seconds / fewSeconds) * (FILES / MANY))
  return [
    row(
      `cold scan of ${MANY.toLocaleString('en')} files`,
      runs.map(one => one.seconds),
      30,
    ),
    {
      name: 'peak memory of that scan',
      unit: 'MB',
      goal: { at: 'max', most: 400 },
      samples: runs.map(one => one.memory),
    },
    {
      name: 'time for a file among 10,000, in times of one among 1,000',
      unit: '',
      goal: { at: 'median', most: NOISE },
      samples: growth,
    },
  ]
}

function note(all: Record<string, number[]>, kind: string, value: number): void {
  all[kind]?.push(value)
}

function row(name: string, samples: readonly number[] = [], most: number | null): Row {
  return { name, unit: 's', goal: most === null ? null : { at: 'median', most }, samples }
}

function nameOf(astGrep: AstGrep | null): string {
  return astGrep === null
    ? 'unreachable here (AST_GREP names it)'
    : `${astGrep.version}, our rules without data flow`
}
