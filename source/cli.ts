#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import type { CoachScreen } from './commands/command.js'
import type { Toolbox } from './ports/toolbox.js'

/** Oldest Node.js that the code runs on. */
const OLDEST_NODE = 20

/** Ends quietly when the reader of a pipe went away (`scan --plain | head`). */
function leaveOnClosedPipe(error: Error): void {
  if ('code' in error && error.code === 'EPIPE') process.exit()
  throw error
}

function readVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  return String(version)
}

async function main(args: readonly string[]): Promise<number> {
  if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
    process.stderr.write(
      `guardrail-coach needs Node.js ${OLDEST_NODE} or newer; this is ${process.versions.node}.\n`,
    )
    return 3
  }
  if (args[0] === '--version' || args[0] === '-v') {
    process.stdout.write(`${readVersion()}\n`)
    return 0
  }
  process.stdout.on('error', leaveOnClosedPipe)
  process.stderr.on('error', leaveOnClosedPipe)
  const { isInteractive, plainHere, runCli, terminalIo } = await import('./cli/start-cli.js')
  const interruption = new AbortController()
  process.once('SIGINT', () => {
    interruption.abort()
    // The second Ctrl+C does not wait for the work in hand to notice.
    process.once('SIGINT', () => process.exit(130))
  })
  return runCli(args, {
    io: terminalIo(interruption.signal),
    cwd: process.cwd(),
    env: process.env,
    version: readVersion(),
    startCoach: isInteractive() && plainHere() === null ? openCoach : null,
  })
}

/** Loads the screens only when they are wanted: no other command pays for them. */
async function openCoach(tools: Toolbox, screen: CoachScreen, paths: readonly string[]): Promise<number> {
  const { startCoach } = await withStyles(() => import('./tui/start.js'))
  const { keepHeapSmall } = await import('./adapters/system/keep-heap-small.js')
  keepHeapSmall()
  return startCoach(tools, { screen, paths, version: readVersion() })
}

/**
 * Ink's styles come from chalk, which looks at FORCE_COLOR once, when it is imported. It is told to give the 16 colours;
 * the theme decides which are used, so that without colours there is still bold, and a cursor in a field. Programs that
 * the coach starts get the variable as it was.
 */
async function withStyles<T>(load: () => Promise<T>): Promise<T> {
  const { FORCE_COLOR: before } = process.env
  process.env.FORCE_COLOR = '1'
  const loaded = await load()
  if (before === undefined) delete process.env.FORCE_COLOR
  else process.env.FORCE_COLOR = before
  return loaded
}

/** Tells a mistake of our own and ends; the stack only when it is asked for. */
async function stopForBug(error: unknown): Promise<void> {
  const { bugText } = await import('./cli/report-problem.js')
  process.stderr.write(`${bugText(error, process.env)}\n`)
  process.exit(3)
}

process.on('uncaughtException', error => {
  // The screens have a listener of their own, which gives the terminal back first.
  if (process.listenerCount('uncaughtException') === 1) stopForBug(error)
})

main(process.argv.slice(2)).then(exitCode => {
  process.exitCode = exitCode
}, stopForBug)
