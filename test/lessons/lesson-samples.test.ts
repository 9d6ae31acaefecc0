import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { loadLessons } from '../../source/adapters/content-bundled/load-lessons.js'
import type { Language } from '../../source/adapters/scanner-embedded/tree/language.js'
import type { LanguageFamily } from '../../source/core/lesson/lesson.js'
import { engineOf, pack, snippetPath } from '../rules/pack.js'

/** The grammar that reads the samples of a family; a family without one cannot be scanned yet. */
const LANGUAGE_OF: Readonly<Partial<Record<LanguageFamily, Language>>> = {
  javascript: 'JavaScript',
  python: 'Python',
  go: 'Go',
  java: 'Java',
  php: 'Php',
  ruby: 'Ruby',
  csharp: 'CSharp',
}

const { lessons } = await loadLessons(resolve(import.meta.dirname, '../../lessons'))
const engine = engineOf(pack.rules)

/** Every sample with the language it is scanned as, or null when no rule of its weakness reads that language. */
const samples = lessons.flatMap(({ weakness, samples }) =>
  samples.map(sample => {
    const language = LANGUAGE_OF[sample.family]
    const hasRule = pack.rules.some(
      rule => rule.weakness === weakness && language !== undefined && rule.languages.includes(language),
    )
    return {
      ...sample,
      name: `${weakness} in ${sample.family}`,
      weakness,
      language: hasRule ? language : undefined,
    }
  }),
)
const scanned = samples.flatMap(({ language, ...sample }) => (language ? [{ ...sample, language }] : []))

test.each(scanned)(
  '$name: the scanner finds the vulnerable sample and finds nothing in the fixed one',
  async sample => {
    const path = snippetPath(sample.language)
    // PHP is markup up to the first tag; samples of plain code leave it out.
    const whole = (code: string) =>
      sample.language === 'Php' && !code.includes('<?') ? `<?php\n${code}` : code
    const found = await engine.scan(path, whole(sample.vulnerable))
    expect(found.findings.map(one => one.finding.weakness)).toContain(sample.weakness)
    const left = await engine.scan(path, whole(sample.fixed))
    expect(left.findings.map(one => `${one.finding.ruleId} on line ${one.finding.startLine}`)).toEqual([])
  },
)

/** Lessons about a workflow, a Dockerfile or a list of dependencies: no grammar of the scanner reads those. */
const OTHER_FILES = ['ci-injection', 'container-root', 'invented-package', 'vulnerable-dependency']

test('most JavaScript and Python samples are scanned; those without a rule are told by name', () => {
  const missing = samples.filter(
    one =>
      one.language === undefined &&
      (one.family === 'javascript' || one.family === 'python') &&
      !OTHER_FILES.includes(one.weakness),
  )
  console.info(
    `${scanned.length} samples scanned; no rule yet for ${missing.map(one => one.name).join(', ') || 'none'}`,
  )
  expect(missing.length).toBeLessThan(scanned.length / 5)
})
