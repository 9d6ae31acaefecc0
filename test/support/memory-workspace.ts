import { sha256 } from '../../source/adapters/system/sha256.js'
import { fail, type Result, succeed } from '../../source/core/problem.js'
import type { TextFile, Workspace } from '../../source/ports/workspace.js'

/** A workspace in memory, with what a test wants to see and to break. */
export type MemoryWorkspace = Workspace & {
  readonly files: Map<string, string>
  /** Every write and removal, in order: `write a.js`, `remove b.js`. */
  readonly log: string[]
  /** When set, the next write fails with this message. */
  failNextWrite: string | null
}

/** Returns a workspace that holds `files` (path → text) and keeps the promises of the port. */
export function createMemoryWorkspace(files: Readonly<Record<string, string>> = {}): MemoryWorkspace {
  const held = new Map(Object.entries(files))
  const refuse = (message: string, path: string) =>
    fail({ kind: 'user-can-act', message, path, untouched: 'Nothing was written.', nextSteps: [] })
  const read = async (path: string): Promise<Result<TextFile>> => {
    const text = held.get(path)
    return text === undefined
      ? refuse('The file does not exist.', path)
      : succeed({ path, text, hash: sha256(text) })
  }
  const hashOf = (path: string): string | null => {
    const text = held.get(path)
    return text === undefined ? null : sha256(text)
  }
  const workspace: MemoryWorkspace = {
    root: '/project',
    files: held,
    log: [],
    failNextWrite: null,
    read,
    write: async (path, text, expectedHash) => {
      if (workspace.failNextWrite !== null) {
        const message = workspace.failNextWrite
        workspace.failNextWrite = null
        return refuse(message, path)
      }
      if (hashOf(path) !== expectedHash) return refuse('The file changed meanwhile.', path)
      held.set(path, text)
      workspace.log.push(`write ${path}`)
      return read(path)
    },
    remove: async (path, expectedHash) => {
      if (hashOf(path) !== expectedHash) return refuse('The file changed meanwhile.', path)
      held.delete(path)
      workspace.log.push(`remove ${path}`)
      return succeed(null)
    },
    exists: async path => held.has(path),
    realPath: async path => path,
    list: async folder => {
      const start = folder === '' || folder === '.' ? '' : `${folder.replace(/\/$/, '')}/`
      return [...held.keys()]
        .filter(path => path.startsWith(start) && !path.slice(start.length).includes('/'))
        .map(path => path.slice(start.length))
        .sort()
    },
    listProject: async () => [...held.keys()].filter(path => !path.startsWith('.guardrail-coach/')).sort(),
    withLock: work => work(),
  }
  return workspace
}
