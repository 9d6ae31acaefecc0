import { createFixOffice } from '../../../../source/adapters/scanner-embedded/fix/offered-fixes.js'
import {
  compileMatch,
  findMatches,
} from '../../../../source/adapters/scanner-embedded/match/compiled-rule.js'
import { readRuleFile } from '../../../../source/adapters/scanner-embedded/rules/read-rule-file.js'
import { openGrammars } from '../../../../source/adapters/scanner-embedded/tree/grammars.js'
import { languageOfPath } from '../../../../source/adapters/scanner-embedded/tree/language.js'
import { parseFile } from '../../../../source/adapters/scanner-embedded/tree/parse-file.js'
import { applyEdits } from '../../../../source/core/fix/apply-edits.js'
import type { FixProposal } from '../../../../source/core/fix/fix.js'

const grammars = await openGrammars()
const office = createFixOffice(grammars.parser)

/** One fix of a rule with one pattern, on the first match in a text. `fix` is YAML of the fix's fields. */
export type FixCase = {
  readonly path: string
  readonly text: string
  readonly pattern: string
  readonly sink?: string
  readonly fix: Readonly<Record<string, unknown>>
  readonly holes?: Readonly<Record<string, string>>
  readonly transform?: Readonly<Record<string, unknown>>
}

/** Returns the proposal, or null when the fix does not fit. */
export async function propose(one: FixCase): Promise<FixProposal | null> {
  const language = languageOfPath(one.path)
  if (language === null) throw new Error(`no language for ${one.path}`)
  const reading = readRuleFile(
    'rule.yml',
    JSON.stringify({
      id: 'rule',
      language,
      severity: 'error',
      message: 'm',
      rule: { pattern: one.pattern },
      transform: one.transform ?? {},
      metadata: {
        guardrail: {
          schema: 1,
          languages: [language],
          keywords: ['x'],
          confidence: 'high',
          ...(one.sink === undefined ? {} : { nonConstant: one.sink }),
          lesson: 'w',
          cwe: ['CWE-1'],
          fixes: [{ id: 'fix', title: 't', ...one.fix }],
          tests: { invalid: [], valid: [] },
        },
      },
    }),
  )
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems))
  const { rule } = reading
  const file = parseFile(grammars.parser, await grammars.get(language), one.path, one.text)
  if (file === null) throw new Error('gave up')
  const [match] = findMatches(compileMatch(rule.match, file.grammar, grammars.parser), file)
  if (match === undefined) throw new Error(`no match in ${one.text}`)
  const finding = { rule, match, confidence: 'high', trace: [], anchor: match.node, exempt: null } as const
  return office.propose(finding, file, 'fix', one.holes ?? {})
}

/** Returns the text after the fix, or null when it does not fit. */
export async function fixed(one: FixCase): Promise<string | null> {
  const proposal = await propose(one)
  return proposal === null ? null : applyEdits(one.text, proposal.edits)
}
