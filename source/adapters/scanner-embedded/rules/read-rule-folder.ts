import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { type ListReadings, readLists } from '../taint/lists/read-lists.js'
import { type RuleProblem, readRuleFile } from './read-rule-file.js'
import type { Rule } from './rule.js'
import { listRuleFiles, type RulePack, type WeaknessTitle } from './rule-pack.js'

const weaknessList = z.array(z.object({ id: z.string(), title: z.string() }))

/** Returns the rules and weaknesses of a source folder; files that are wrong are told in `problems`. */
export async function readRuleFolder(
  folder: string,
): Promise<Pick<RulePack, 'rules' | 'problems' | 'lists' | 'weaknesses'>> {
  const rules: Rule[] = []
  const problems: RuleProblem[] = []
  const seen = new Set<string>()
  for (const file of await listRuleFiles(folder)) {
    const reading = readRuleFile(file, await readFile(join(folder, file), 'utf8'))
    if (!reading.ok) {
      problems.push(...reading.problems)
      continue
    }
    const { id } = reading.rule
    if (id !== basename(file, '.yml'))
      problems.push({ file, field: 'id', reason: 'is not the name of the file' })
    else if (seen.has(id)) problems.push({ file, field: 'id', reason: 'is taken by another rule' })
    else {
      seen.add(id)
      rules.push(reading.rule)
    }
  }
  const lists = await readListFolder(join(folder, 'lists'))
  for (const { file, message } of lists.problems) problems.push({ file, field: '', reason: message })
  return { rules, problems, lists: lists.lists, weaknesses: await readWeaknesses(folder) }
}

async function readWeaknesses(folder: string): Promise<readonly WeaknessTitle[]> {
  return weaknessList.parse(parse(await readFile(join(folder, 'weaknesses.yml'), 'utf8')))
}

async function readListFolder(folder: string): Promise<ListReadings> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.yml')).sort()
  const texts = names.map(async name => ({
    file: `lists/${name}`,
    text: await readFile(join(folder, name), 'utf8'),
  }))
  return readLists(await Promise.all(texts))
}
