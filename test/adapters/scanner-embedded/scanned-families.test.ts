import { expect, test } from 'vitest'
import { LANGUAGE_TABLE } from '../../../source/adapters/scanner-embedded/tree/language.js'
import { SCANNED_FAMILIES } from '../../../source/core/lesson/scanned-families.js'

test('the families that rates are counted over are those the scanner reads', () => {
  const read = new Set(Object.values(LANGUAGE_TABLE).map(language => language.family))
  expect([...read].toSorted()).toEqual([...SCANNED_FAMILIES].toSorted())
})
