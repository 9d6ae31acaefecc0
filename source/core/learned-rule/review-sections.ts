import { checkScope, globWords } from '../guardrail/scope-check.js'
import { count } from '../text/words.js'
import type { BaseRelation } from './base-relations.js'
import { type GateCheck, gateChecks } from './gate-checks.js'
import type { LearnedRule } from './learned-rule.js'
import { lintText } from './lint-text.js'
import type { MergePartner } from './merge-rules.js'
import { patternLines } from './pattern-lines.js'
import type { Remediation } from './remediation.js'
import type { RuleFacts, RulePlaces } from './rule-review.js'

/** One line of a section; `kind` says how it stands, so that a screen may colour what the words say already. */
export type SectionLine = {
  readonly text: string
  readonly kind: 'text' | 'code' | 'added' | 'removed' | GateCheck['verdict']
}

/** What is told of a rule under one name. Lines hold repository text and are not yet printable. */
export type Section = { readonly name: string; readonly lines: readonly SectionLine[] }

/** What a review knows of a rule beside the rule itself; null while it is being worked out. */
export type KnownOfRule = {
  readonly facts: RuleFacts | null
  readonly found: RulePlaces | null
  readonly files: readonly string[]
  readonly partners: readonly MergePartner[]
}

const MOST_FIXES = 3
const MOST_CODE = 6
const MOST_PLACES = 8

/** Returns everything a person needs to decide on a rule, below its sentence; sections without content are left out. */
export function ruleSections(rule: LearnedRule, known: KnownOfRule): readonly Section[] {
  const { finds, writes } = patternLines(rule.detector)
  const code = (lines: readonly string[]) => lines.map((text): SectionLine => ({ text, kind: 'code' }))
  const sections: readonly Section[] = [
    { name: 'why', lines: whyLines(rule, known.found) },
    { name: 'gates', lines: gateLines(rule, known.found) },
    { name: 'places', lines: placeLines(known.found) },
    { name: 'from', lines: fixLines(known.facts?.fixes ?? null) },
    { name: 'where', lines: scopeLines(rule, known.files) },
    { name: 'detector', lines: rule.detector.kind === 'pattern' ? code(finds) : say(...finds) },
    { name: 'rewrite', lines: code(writes) },
    { name: 'base', lines: (known.facts?.base ?? []).flatMap(baseLines) },
    { name: 'alike', lines: known.partners.filter(one => one.isNear).flatMap(partnerLines) },
    { name: 'budget', lines: outlookLines(rule, known.facts) },
    { name: 'wording', lines: wordingLines(rule) },
  ]
  return sections.filter(section => section.lines.length > 0)
}

/** Returns where a pattern matches, the code beside the place where it is known, at most `most` of them. */
export function placeLines(found: RulePlaces | null, most = MOST_PLACES): readonly SectionLine[] {
  const places = found?.places ?? []
  const more = places.length - most
  return [
    ...places
      .slice(0, most)
      .flatMap(({ path, line, code = '' }): readonly SectionLine[] => [
        { text: `${path}:${line}`, kind: 'text' },
        ...(code === '' ? [] : [{ text: code, kind: 'code' } as const]),
      ]),
    ...(more > 0 ? say(`and ${more} more`) : []),
  ]
}

function say(...texts: readonly string[]): readonly SectionLine[] {
  return texts.filter(text => text !== '').map(text => ({ text, kind: 'text' }))
}

/** Why a rule is out of use, or should perhaps be. */
function whyLines({ status, reason }: LearnedRule, found: RulePlaces | null): readonly SectionLine[] {
  if (status === 'retired' || status === 'stale') return say(reason)
  return found?.lost === undefined ? [] : [{ text: `it has lost its ground: ${found.lost}`, kind: 'asks' }]
}

function gateLines(rule: LearnedRule, found: RulePlaces | null): readonly SectionLine[] {
  if (rule.detector.kind === 'none')
    return say('none: a sentence alone, and nothing checks whether it is kept')
  return gateChecks(rule, found).map(({ verdict, why }) => ({ text: why, kind: verdict }))
}

function fixLines(fixes: readonly Remediation[] | null): readonly SectionLine[] {
  if (fixes === null) return []
  if (fixes.length === 0) return say('no fix of this project: it was imported, or its records are gone')
  const more = fixes.length - MOST_FIXES
  return [...fixes.slice(0, MOST_FIXES).flatMap(fixOf), ...(more > 0 ? say(`and ${more} more`) : [])]
}

function fixOf(one: Remediation): readonly SectionLine[] {
  const commit = one.commit === undefined ? '' : `, commit ${one.commit.slice(0, 10)}`
  const before = one.before.split('\n')
  const after = one.after.split('\n')
  const only = (lines: readonly string[], other: readonly string[]) =>
    lines.filter(line => line.trim() !== '' && !other.includes(line)).slice(0, MOST_CODE)
  return [
    ...say(`${one.path}, fixed ${one.fixedOn}${commit}`),
    ...only(before, after).map((line): SectionLine => ({ text: line.trim(), kind: 'removed' })),
    ...only(after, before).map((line): SectionLine => ({ text: line.trim(), kind: 'added' })),
    ...say(one.words === '' ? '' : `“${one.words}”`),
  ]
}

function scopeLines({ scope }: LearnedRule, files: readonly string[]): readonly SectionLine[] {
  if (scope.length === 0) return say('the whole project')
  return checkScope(scope.join(','), files).map(check => ({
    text: `${check.glob}  ${globWords(check)}`,
    kind: check.files === 0 && files.length > 0 ? 'asks' : 'text',
  }))
}

const BASE_WORDS: Readonly<Record<BaseRelation['kind'], string>> = {
  contradicts: 'contradicts a line of the base layer:',
  'says-the-same': 'says the same as a line of the base layer; the better scored is written:',
  replaced: 'takes the place of a line of the base layer:',
  beside: 'stands beside a line of the base layer:',
}

function baseLines({ line, kind }: BaseRelation): readonly SectionLine[] {
  return [
    { text: BASE_WORDS[kind], kind: kind === 'contradicts' ? 'failed' : 'text' },
    { text: line.text, kind: 'code' },
  ]
}

function partnerLines({ rule, isConflict }: MergePartner): readonly SectionLine[] {
  return [
    {
      text: isConflict
        ? `${rule.id.slice(0, 8)} forbids the same and advises something else:`
        : `${rule.id.slice(0, 8)} says nearly the same, they can be merged:`,
      kind: isConflict ? 'failed' : 'asks',
    },
    { text: rule.text, kind: 'code' },
  ]
}

function outlookLines(rule: LearnedRule, facts: RuleFacts | null): readonly SectionLine[] {
  if (facts === null) return []
  const { outlook } = facts
  const isPromoted = rule.status === 'promoted'
  const asks = (text: string): SectionLine => ({ text, kind: 'asks' })
  if (outlook === null)
    return [
      asks(
        `${isPromoted ? 'it is not written' : 'promoting it writes nothing'}: a line with a better score says the same already`,
      ),
    ]
  const cost = `about ${outlook.lineTokens} tokens`
  if (!outlook.fits) return [asks(`${cost}; ${NO_ROOM}`)]
  if (isPromoted) return say(`${cost}, in the block that every assistant loads`)
  const size = `${count(outlook.rules, 'rule')} and ${outlook.tokens} tokens`
  return [
    ...say(`${cost}; with it the block has ${size}`),
    ...outlook.dropsOut.map(line => asks(`drops out: ${line.text}`)),
    ...(outlook.dropsOut.length === 0 ? say('nothing drops out') : []),
  ]
}

/** What becomes of a rule that better scored lines leave no room for. */
export const NO_ROOM =
  'the block is full of better scored lines, so it goes to path-scoped files and the skill only, where there are any'

function wordingLines(rule: LearnedRule): readonly SectionLine[] {
  return [
    ...say(rule.edited ? 'yours, never written over' : 'from the template, until you change it'),
    ...lintText(rule.text).map(
      ({ level, message }): SectionLine => ({ text: message, kind: level === 'refuse' ? 'failed' : 'asks' }),
    ),
  ]
}
