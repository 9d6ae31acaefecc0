import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readRuleFolder } from '../../../source/adapters/scanner-embedded/rules/read-rule-folder.js'
import { LANGUAGE_TABLE } from '../../../source/adapters/scanner-embedded/tree/language.js'
import { SCANNED_FAMILIES } from '../../../source/core/lesson/scanned-families.js'

test('the families that rates are counted over are those the scanner has rules for', async () => {
  const { rules } = await readRuleFolder(resolve(import.meta.dirname, '../../../rules'))
  const families = rules.flatMap(rule => rule.languages.map(language => LANGUAGE_TABLE[language].family))
  expect([...new Set(families)].toSorted()).toEqual([...SCANNED_FAMILIES].toSorted())
})
