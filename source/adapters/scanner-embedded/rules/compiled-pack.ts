import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { type Family, LANGUAGE_TABLE } from '../tree/language.js'
import type { Rule } from './rule.js'
import type { RulePack } from './rule-pack.js'

/**
 * The pack as the build writes it: checked once, so that starting needs neither YAML nor zod. The rules are not in it but
 * in a file for each family of languages: a scan that the cache answers needs none of them, and a project seldom all.
 */
export type CompiledPack = Pick<RulePack, 'weaknesses' | 'lists' | 'ruleCount' | 'modules' | 'hash'> & {
  readonly families: readonly Family[]
}

/** Returns the path of the file with the rules of a family, beside the pack. */
export function rulesPath(pack: string, family: Family): string {
  return pack.replace(/[.]json$/, `-${family}.json`)
}

/** Returns the rules that the build writes for each family, in the pack's order. */
export function splitRules(rules: readonly Rule[]): ReadonlyMap<Family, readonly Rule[]> {
  const families = new Set(rules.flatMap(rule => rule.languages.map(one => LANGUAGE_TABLE[one].family)))
  return new Map(
    [...families].map(family => [
      family,
      rules.filter(rule => rule.languages.some(one => LANGUAGE_TABLE[one].family === family)),
    ]),
  )
}

/** Returns a pack that the build wrote; its rules are read when they are asked for. */
export async function openCompiledPack(place: string): Promise<RulePack> {
  const { families, ...head }: CompiledPack = JSON.parse(await readFile(place, 'utf8'))
  const known = new Map<Family, readonly Rule[]>()
  const read = (family: Family): readonly Rule[] => {
    const before = known.get(family)
    if (before !== undefined) return before
    const rules: readonly Rule[] = JSON.parse(readFileSync(rulesPath(place, family), 'utf8'))
    known.set(family, rules)
    return rules
  }
  return {
    ...head,
    problems: [],
    get rules() {
      const all = new Map(families.flatMap(read).map(rule => [rule.id, rule]))
      return [...all.values()]
    },
    rulesOf: language => {
      const { family } = LANGUAGE_TABLE[language]
      return families.includes(family) ? read(family).filter(rule => rule.languages.includes(language)) : []
    },
  }
}
