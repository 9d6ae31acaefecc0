import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newFolder, TOP } from './projects.js'

/** ast-grep's own program (npm: `@ast-grep/cli`, PyPI: `ast-grep-cli`) with our rules laid out for it. */
export type AstGrep = {
  readonly program: string
  /** As it names itself: "ast-grep 0.51.1". */
  readonly version: string
  /** Settings that name the rules. */
  readonly config: string
}

/** Returns the program that AST_GREP names, or the one on the PATH; null when there is none. It is no dependency of ours. */
export function findAstGrep(): AstGrep | null {
  const program = process.env.AST_GREP ?? 'ast-grep'
  const told = spawnSync(program, ['--version'], { encoding: 'utf8' })
  const version = told.stdout?.trim() ?? ''
  if (told.status !== 0 || !version.startsWith('ast-grep')) return null
  const folder = newFolder('ast-grep')
  const rules = join(TOP, 'rules/javascript')
  // Our rule files load there as they are; what is ours in them stands in `metadata`, which it does not read.
  for (const name of readdirSync(rules)) cpSync(join(rules, name), join(folder, 'rules', name))
  const config = join(folder, 'sgconfig.yml')
  writeFileSync(config, 'ruleDirs: [rules]\n')
  return { program, version, config }
}

/** Returns the seconds that it takes for the structural part of our JavaScript and TypeScript rules on one thread. */
export function timeAstGrep({ program, config }: AstGrep, project: string): number {
  const start = performance.now()
  const ended = spawnSync(program, ['scan', '-c', config, '-j', '1', '--json=stream', project], {
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 500_000_000,
    encoding: 'utf8',
  })
  const seconds = (performance.now() - start) / 1000
  if (!ended.stdout.startsWith('{')) throw new Error('ast-grep found nothing: it did not take the rules.')
  return seconds
}
