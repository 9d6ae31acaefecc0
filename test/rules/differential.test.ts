import { expect, test } from 'vitest'
import { LANGUAGES, type Language } from '../../source/adapters/scanner-embedded/tree/language.js'
import { hasOracle, oracleRanges, ourRanges } from '../adapters/scanner-embedded/match/support.js'
import { ruleFiles } from './pack.js'

const read = ruleFiles.flatMap(({ reading }) => (reading.ok ? [reading] : []))

/** All snippets of a language in one text, so that each rule meets the code of every other. */
function corpus(language: Language): string {
  const snippets = read
    .filter(({ raw }) => raw.language === language)
    .flatMap(({ tests }) => [...tests.invalid.map(snippet => snippet.code), ...tests.valid])
  return snippets.join(language === 'Python' ? '\n\n' : '\n;\n')
}

test.each(LANGUAGES.filter(hasOracle))(
  'every rule of %s matches what ast-grep matches, on the snippets of all rules',
  async language => {
    const text = corpus(language)
    const different: unknown[] = []
    for (const { rule, raw } of read.filter(one => one.raw.language === language)) {
      const ours = JSON.stringify(await ourRanges(language, rule.match, text))
      const theirs = JSON.stringify(oracleRanges(language, rule.match, text))
      if (ours !== theirs) different.push({ rule: raw.id, ours, theirs })
    }
    expect(different).toEqual([])
  },
  180_000,
)
