import { constants, copyFileSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Conf from 'conf'
import { type MigrationSteps, migrate } from './migrate.js'
import { PERSONAL_VERSION, type PersonalData, personalSchema } from './personal-schema.js'

/** Steps from older versions; version 1 is the first. */
const STEPS: MigrationSteps = {}

/** `coach.json` as found. */
export type PersonalFile =
  | { readonly kind: 'ready'; readonly data: PersonalData }
  | { readonly kind: 'missing' }
  | { readonly kind: 'corrupt' }
  | { readonly kind: 'newer'; readonly version: number }

/** Returns the path of `coach.json` in a folder. */
export function personalPath(folder: string): string {
  return join(folder, 'coach.json')
}

function openConf(folder: string): Conf<Record<string, unknown>> {
  return new Conf({
    cwd: folder,
    configName: 'coach',
    configFileMode: 0o600,
    accessPropertiesByDotNotation: false,
  })
}

/** Returns what `coach.json` holds, brought to the present version; throws file-system errors. */
export function readPersonalFile(folder: string): PersonalFile {
  if (!existsSync(personalPath(folder))) return { kind: 'missing' }
  let stored: Record<string, unknown>
  try {
    stored = { ...openConf(folder).store }
  } catch (error) {
    if (error instanceof SyntaxError) return { kind: 'corrupt' }
    throw error
  }
  const migrated = migrate(stored, PERSONAL_VERSION, STEPS)
  if (migrated.kind === 'newer') return migrated
  if (migrated.kind === 'unknown') return { kind: 'corrupt' }
  const parsed = personalSchema.safeParse(migrated.data)
  return parsed.success ? { kind: 'ready', data: parsed.data } : { kind: 'corrupt' }
}

/** Replaces `coach.json` atomically; throws file-system errors. The caller holds the lock and has read it before. */
export function writePersonalFile(folder: string, data: PersonalData): void {
  openConf(folder).store = { ...data }
}

/** Moves a file out of the way under a name that is free, and returns that name. The caller holds the lock. */
export function keepAside(folder: string, name: string, why: string): string {
  const from = join(folder, name)
  for (let number = 1; ; number += 1) {
    const kept = name.replace(/(\.[^.]+)$/, `.${why}-${number}$1`)
    if (existsSync(join(folder, kept))) continue
    // Copy and remove rather than rename: a rename would replace a file that came up in between.
    copyFileSync(from, join(folder, kept), constants.COPYFILE_EXCL)
    rmSync(from)
    return kept
  }
}
