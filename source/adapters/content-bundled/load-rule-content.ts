import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Weakness } from '../../core/weakness/weakness.js'
import type { BaseGuardrail } from '../../ports/content.js'

/** The weaknesses and the base layer, as they ship. */
export type RuleContent = {
  readonly weaknesses: readonly Weakness[]
  readonly baseGuardrails: readonly BaseGuardrail[]
}

/**
 * Reads `weaknesses.yml` and `base/*.yml`: a path that ends in `.json` is the bundle's compiled file, any other the
 * `rules/` folder. Rejects when a file is missing or malformed: the installation is broken then.
 */
export async function loadRuleContent(path: string): Promise<RuleContent> {
  if (path.endsWith('.json')) return JSON.parse(await readFile(path, 'utf8'))
  // Imported here so that the bundle never pays for the YAML and schema libraries at start.
  const { parseBaseFile, parseWeaknesses } = await import('./parse-rule-content.js')
  const folder = join(path, 'base')
  const names = (await readdir(folder)).filter(name => name.endsWith('.yml')).sort()
  const files = await Promise.all(
    names.map(async name => parseBaseFile(name, await readFile(join(folder, name), 'utf8'))),
  )
  return {
    weaknesses: parseWeaknesses(await readFile(join(path, 'weaknesses.yml'), 'utf8')),
    baseGuardrails: files.flat(),
  }
}
