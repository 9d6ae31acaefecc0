/** Brings data of one version to the next; the step at version n makes version n + 1. */
export type MigrationSteps = Readonly<
  Record<number, (data: Record<string, unknown>) => Record<string, unknown>>
>

/** What became of data that was read: at the wanted version, or why not. */
export type Migrated =
  | { readonly kind: 'ready'; readonly data: Record<string, unknown> }
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'unknown' }

/**
 * Returns data at version `wanted`, stepping up from its own `schemaVersion`. Data of a later version is `newer`;
 * without a version, or with a step missing, it is `unknown`.
 */
export function migrate(data: unknown, wanted: number, steps: MigrationSteps): Migrated {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return { kind: 'unknown' }
  let current: Record<string, unknown> = { ...data }
  const version = current.schemaVersion
  if (typeof version !== 'number' || !Number.isInteger(version)) return { kind: 'unknown' }
  if (version > wanted) return { kind: 'newer', version }
  for (let from = version; from < wanted; from += 1) {
    const step = steps[from]
    if (!step) return { kind: 'unknown' }
    current = { ...step(current), schemaVersion: from + 1 }
  }
  return { kind: 'ready', data: current }
}
