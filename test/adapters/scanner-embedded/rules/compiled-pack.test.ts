import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  type CompiledPack,
  rulesPath,
  splitRules,
} from '../../../../source/adapters/scanner-embedded/rules/compiled-pack.js'
import { loadRulePack } from '../../../../source/adapters/scanner-embedded/rules/rule-pack.js'
import { LANGUAGES } from '../../../../source/adapters/scanner-embedded/tree/language.js'
import { sha256 } from '../../../../source/adapters/system/sha256.js'
import { TOP } from '../../../support/built.js'
import { createTempFolder } from '../../../support/temp-project.js'

const folder = await loadRulePack(join(TOP, 'rules'), sha256)

/** Writes the rules of the repository as the build does; returns the path of the pack. */
function writePack(): string {
  const { ruleCount, modules, weaknesses, lists } = folder
  const parts = splitRules(folder.rules)
  const pack: CompiledPack = { ruleCount, modules, weaknesses, lists, hash: 'h', families: [...parts.keys()] }
  const place = join(createTempFolder(), 'rules.json')
  writeFileSync(place, JSON.stringify(pack))
  for (const [family, rules] of parts) writeFileSync(rulesPath(place, family), JSON.stringify(rules))
  return place
}

test('the pack of a build holds what the folder of rules does', async () => {
  const pack = await loadRulePack(writePack(), sha256)
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
  expect(pack.rules).toEqual(plain(folder.rules))
  for (const language of LANGUAGES) expect(pack.rulesOf(language)).toEqual(plain(folder.rulesOf(language)))
  expect({ ...pack, rules: [] }).toMatchObject({
    ruleCount: folder.rules.length,
    modules: folder.modules,
    weaknesses: folder.weaknesses,
    problems: [],
  })
})

test('only the rules of the languages that are asked for are read', async () => {
  const place = writePack()
  rmSync(rulesPath(place, 'python'))
  const pack = await loadRulePack(place, sha256)
  expect(pack.rulesOf('TypeScript').length).toBeGreaterThan(50)
  expect(() => pack.rulesOf('Python')).toThrow('ENOENT')
})
