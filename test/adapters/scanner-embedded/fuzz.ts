import type { Language } from '../../../source/adapters/scanner-embedded/tree/language.js'
import { engineOf, pack, ruleFiles, snippetPath } from '../../rules/pack.js'
import { chance, mutate } from './mutate.js'

export type FuzzResult = {
  /** Inputs that made the engine throw, with what it said. */
  readonly crashes: readonly string[]
  /** Longest processor time for one input, in milliseconds: a busy machine must not count. */
  readonly slowest: number
  readonly slowestSeed: number
  readonly findings: number
  readonly gaveUp: number
}

const LANGUAGES: readonly Language[] = ['JavaScript', 'TypeScript', 'Tsx', 'Python']

/** The snippets of the rules, some joined to longer files, by language. */
function corpus(language: Language): readonly string[] {
  const wanted = language === 'Python' ? 'Python' : 'TypeScript'
  const snippets = ruleFiles.flatMap(({ reading }) =>
    reading.ok && (reading.raw.language === 'Python' ? 'Python' : 'TypeScript') === wanted
      ? [...reading.tests.invalid.map(snippet => snippet.code), ...reading.tests.valid]
      : [],
  )
  const joined: string[] = []
  for (let i = 0; i < snippets.length; i += 12) joined.push(snippets.slice(i, i + 12).join('\n'))
  return [...snippets, ...joined]
}

/** Scans `count` broken texts, repeatable by seed, with every shipped rule, and works out every fix that is offered. */
export async function fuzz(count: number, seed: number): Promise<FuzzResult> {
  const engine = engineOf(pack.rules)
  const texts = new Map(LANGUAGES.map(language => [language, corpus(language)]))
  const crashes: string[] = []
  let slowest = 0
  let slowestSeed = 0
  let findings = 0
  let gaveUp = 0
  for (let i = 0; i < count; i++) {
    const random = chance(seed + i)
    const language = LANGUAGES[Math.floor(random() * LANGUAGES.length)] ?? 'JavaScript'
    const text = mutate(texts.get(language) ?? [], random)
    const start = process.cpuUsage()
    try {
      const scanned = await engine.scan(snippetPath(language), text, { mustParse: true })
      findings += scanned.findings.length
      if (scanned.errors.some(error => error.kind === 'gave-up')) gaveUp++
    } catch (error) {
      crashes.push(
        `seed ${seed + i}, ${language}: ${error instanceof Error ? error.stack?.slice(0, 600) : error}`,
      )
    }
    const { user, system } = process.cpuUsage(start)
    const took = (user + system) / 1_000
    if (took > slowest) {
      slowest = took
      slowestSeed = seed + i
    }
  }
  return { crashes, slowest, slowestSeed, findings, gaveUp }
}
