import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { createFixOffice } from '../../../../source/adapters/scanner-embedded/fix/offered-fixes.js'
import {
  compileMatch,
  findMatches,
} from '../../../../source/adapters/scanner-embedded/match/compiled-rule.js'
import { readRuleFile } from '../../../../source/adapters/scanner-embedded/rules/read-rule-file.js'
import { openGrammars } from '../../../../source/adapters/scanner-embedded/tree/grammars.js'
import { parseFile } from '../../../../source/adapters/scanner-embedded/tree/parse-file.js'

const RULE = resolve(import.meta.dirname, '../../../../rules/javascript/js-sql-injection.yml')
const CODE = 'db.query(`SELECT * FROM pets WHERE name = ${name}`)\n'

async function offersWith(modules: readonly string[], code = CODE): Promise<readonly string[]> {
  const grammars = await openGrammars()
  const reading = readRuleFile('js-sql-injection.yml', readFileSync(RULE, 'utf8'))
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems))
  const file = parseFile(grammars.parser, await grammars.get('JavaScript'), 'a.js', code)
  if (file === null) throw new Error('gave up')
  const [match] = findMatches(compileMatch(reading.rule.match, file.grammar, grammars.parser), file)
  if (match === undefined) throw new Error('no match')
  const finding = {
    rule: reading.rule,
    match,
    confidence: 'high',
    trace: [],
    anchor: match.node,
    exempt: null,
  } as const
  const office = createFixOffice(grammars.parser, name => modules.includes(name))
  return office.offers(finding, file).map(offer => offer.fix.id)
}

test('without a known driver every form is offered, in the order of the rule', async () => {
  expect(await offersWith([])).toEqual(['placeholders', 'numbered', 'values-object'])
})

test('the form of the project’s own driver leads, and the form of another driver is not offered', async () => {
  expect(await offersWith(['pg'])).toEqual(['numbered', 'values-object'])
  expect(await offersWith(['mysql2'])).toEqual(['placeholders', 'values-object'])
  expect(await offersWith(['pg', 'mysql2'])).toEqual(['placeholders', 'numbered', 'values-object'])
})

test('an import in the file counts like a dependency', async () => {
  expect(await offersWith([], `const pg = require('pg')\n${CODE}`)).toEqual(['numbered', 'values-object'])
})
