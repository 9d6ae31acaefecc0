import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import type { ZodType } from 'zod'
import type { NotedFix } from '../../core/fix/noted-fix.js'
import { fail, type Result, succeed } from '../../core/problem.js'
import type { MachineStore } from '../../ports/machine-store.js'
import { sha256 } from '../system/sha256.js'
import { consentSchema, notedFixSchema } from './machine-schema.js'

/** Fixes kept to be taken back; older ones are in git by then. */
const MOST_FIXES = 100

/** Returns what is kept of the project at `root` below the user's state folder; one file an item, written atomically. */
export function openMachineStore(root: string, state: string): MachineStore {
  const folder = join(state, 'projects', sha256(root).slice(0, 32))
  const fixes = join(folder, 'fixes')
  const consent = join(folder, 'tests.json')
  const notedFixes = async (): Promise<readonly NotedFix[]> => {
    const names = (await readdir(fixes).catch(() => [])).filter(name => name.endsWith('.json'))
    const found = await Promise.all(names.map(name => readItem(join(fixes, name), notedFixSchema)))
    return found
      .filter(fix => fix !== null)
      .sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : one.id < other.id ? 1 : -1))
  }
  return {
    testConsent: () => readItem(consent, consentSchema),
    saveTestConsent: answer => writeItem(consent, answer),
    notedFixes,
    noteFix: async fix => {
      const written = await writeItem(join(fixes, `${fix.id}.json`), fix)
      if (!written.ok) return written
      for (const old of (await notedFixes()).slice(MOST_FIXES)) await drop(join(fixes, `${old.id}.json`))
      return written
    },
    dropFix: id => drop(join(fixes, `${id}.json`)),
  }
}

/** A file that is absent or not what we wrote is no answer: the developer is asked again, and nothing is run on it. */
async function readItem<T>(path: string, schema: ZodType<T>): Promise<T | null> {
  try {
    const parsed = schema.safeParse(JSON.parse(await readFile(path, 'utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

async function writeItem(path: string, item: object): Promise<Result<null>> {
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await writeFileAtomic(path, `${JSON.stringify(item, null, 2)}\n`, { mode: 0o600 })
    return succeed(null)
  } catch (error) {
    return failed(error)
  }
}

async function drop(path: string): Promise<Result<null>> {
  try {
    await rm(path, { force: true })
    return succeed(null)
  } catch (error) {
    return failed(error)
  }
}

function failed(error: unknown): Result<null> {
  if (!(error instanceof Error) || !('code' in error)) throw error
  return fail({
    kind: 'tool-failed',
    message: `Keeping it in your state folder failed (${String(error.code)}).`,
    untouched: 'What was kept before is as it was.',
    nextSteps: ['Check that your state folder can be written and the disk has room.'],
  })
}
