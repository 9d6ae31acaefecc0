import { resolve } from 'node:path'
import envPaths from 'env-paths'

/** Returns the absolute folder of the developer's own data: GUARDRAIL_COACH_HOME, else the user's config folder. */
export function personalFolder(environment: Readonly<Record<string, string | undefined>>): string {
  const chosen = environment.GUARDRAIL_COACH_HOME
  if (chosen !== undefined && chosen !== '') return resolve(chosen)
  return envPaths('guardrail-coach', { suffix: '' }).config
}
