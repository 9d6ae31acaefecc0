import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse } from 'yaml'
import type { Weakness } from '../../source/core/weakness/weakness.js'

/** Returns the weaknesses of `rules/weaknesses.yml`. */
export function readWeaknesses(): readonly Weakness[] {
  const file = resolve(import.meta.dirname, '../../rules/weaknesses.yml')
  return (parse(readFileSync(file, 'utf8')) as Partial<Weakness>[]).map(
    entry => ({ aliases: [], ...entry }) as Weakness,
  )
}
