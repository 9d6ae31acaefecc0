import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A project in a temporary folder that goes away when the test is over. */
export type TempProject = {
  /** Absolute, real path of the project. */
  readonly root: string
  readonly write: (path: string, text: string | Uint8Array) => void
  readonly read: (path: string) => string
  readonly bytes: (path: string) => Buffer
  readonly git: (...args: readonly string[]) => string
  /** Makes the project a git repository with everything committed, on a day (ISO date-time) when one is given. */
  readonly commitAll: (message?: string, day?: string) => void
}

// The developer's own git settings must not change what a test sees.
const GIT_ENVIRONMENT = {
  PATH: process.env.PATH,
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.org',
}

/** Returns an empty temporary folder, removed when the test that asked for it is over. */
export function createTempFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'guardrail-coach-test-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Returns a project that holds `files` (path → text), removed when the test is over. */
export function createTempProject(files: Readonly<Record<string, string | Uint8Array>> = {}): TempProject {
  return openProjectAt(createTempFolder(), files)
}

/** Puts `files` into a folder that exists and returns it as a project; who made the folder removes it. */
export function openProjectAt(
  root: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): TempProject {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { cwd: root, env: GIT_ENVIRONMENT, encoding: 'utf8' })
  const write = (path: string, text: string | Uint8Array): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  for (const [path, text] of Object.entries(files)) write(path, text)
  return {
    root,
    write,
    read: path => readFileSync(join(root, path), 'utf8'),
    bytes: path => readFileSync(join(root, path)),
    git,
    commitAll: (message = 'start', day) => {
      git('init', '-q', '-b', 'main')
      git('add', '-A')
      const dates = day === undefined ? {} : { GIT_AUTHOR_DATE: day, GIT_COMMITTER_DATE: day }
      const env = { ...GIT_ENVIRONMENT, ...dates }
      execFileSync('git', ['commit', '-q', '-m', message], { cwd: root, env })
    },
  }
}
