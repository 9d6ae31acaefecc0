import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Hash } from '../../../ports/system.js'
import type { ListText } from '../taint/lists/list-schema.js'
import type { Language } from '../tree/language.js'
import { openCompiledPack } from './compiled-pack.js'
import type { RuleProblem } from './read-rule-file.js'
import type { Rule } from './rule.js'

/** What the scanner knows of a weakness: its name on screen. */
export type WeaknessTitle = { readonly id: string; readonly title: string }

/** All rules, with what could not be read. */
export type RulePack = {
  readonly rules: readonly Rule[]
  /** Returns the rules for one language; of a build only these are read then. */
  readonly rulesOf: (language: Language) => readonly Rule[]
  readonly ruleCount: number
  /** Modules that rules and fixes ask for. */
  readonly modules: readonly string[]
  readonly weaknesses: readonly WeaknessTitle[]
  /** Named lists of the taint layer. */
  readonly lists: readonly ListText[]
  readonly problems: readonly RuleProblem[]
  /** Changes whenever a rule does, and in a build whenever the engine does; part of the cache key. */
  readonly hash: string
}

/**
 * Returns the rules of a folder (`<language>/<rule>.yml`, `weaknesses.yml`) or of the JSON file that the build made of it.
 * One bad file never spoils the rest: it is told in `problems`. Rejects when the place does not exist.
 */
export async function loadRulePack(place: string, hash: Hash): Promise<RulePack> {
  if (place.endsWith('.json')) return openCompiledPack(place)
  const { readRuleFolder } = await import('./read-rule-folder.js')
  const pack = await readRuleFolder(place)
  const { rules } = pack
  return {
    ...pack,
    rulesOf: language => rules.filter(rule => rule.languages.includes(language)),
    ruleCount: rules.length,
    modules: modulesAsked(rules),
    hash: hash(JSON.stringify([rules, pack.lists])),
  }
}

/** Returns the modules that rules and their fixes ask for, each once. */
export function modulesAsked(rules: readonly Rule[]): readonly string[] {
  return [...new Set(rules.flatMap(rule => [...rule.requires, ...rule.fixes.flatMap(fix => fix.modules)]))]
}

/** Returns the paths of the rule files below a folder, relative, sorted. */
export async function listRuleFiles(folder: string): Promise<readonly string[]> {
  const files: string[] = []
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isDirectory() || NOT_RULES.includes(entry.name)) continue
    for (const name of await readdir(join(folder, entry.name))) {
      if (name.endsWith('.yml')) files.push(`${entry.name}/${name}`)
    }
  }
  return files.sort()
}

/** Folders of `rules/` that hold something else: the base guardrails, and the lists of the taint layer. */
const NOT_RULES: readonly string[] = ['base', 'lists']
