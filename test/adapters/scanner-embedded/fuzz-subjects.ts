import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { loadLessons } from '../../../source/adapters/content-bundled/load-lessons.js'
import {
  LANGUAGE_TABLE,
  LANGUAGES,
  type Language,
  languageOfPath,
} from '../../../source/adapters/scanner-embedded/tree/language.js'
import { ruleFiles } from '../../rules/pack.js'
import { CASES } from '../scanner-text/cases.js'

/** Texts that go together under one name of a file. */
export type Subject = { readonly path: string; readonly texts: readonly string[] }

const TOP = resolve(import.meta.dirname, '../../..')

/** Folders of this repository with files of code that somebody wrote. */
const REAL = ['source', 'demo', 'test/fixtures/frameworks', 'test/fixtures/safe']

/** Longer ones would only make the run longer. */
const MOST_LENGTH = 20_000

/** JavaScript and TypeScript share their rules. */
const RULES_OF: Readonly<Partial<Record<Language, Language>>> = {
  JavaScript: 'TypeScript',
  Tsx: 'TypeScript',
}

/** Returns what is broken and scanned: the snippets of rules, lessons and real files, by language, and pages and other texts. */
export async function fuzzSubjects(): Promise<readonly Subject[]> {
  const real = REAL.flatMap(readTexts)
  const { lessons } = await loadLessons(join(TOP, 'lessons'))
  const samples = lessons.flatMap(lesson => lesson.samples)
  const code = LANGUAGES.map((language): Subject => {
    const { family, extensions } = LANGUAGE_TABLE[language]
    const snippets = ruleFiles.flatMap(({ reading }) =>
      reading.ok && reading.raw.language === (RULES_OF[language] ?? language)
        ? [...reading.tests.invalid.map(snippet => snippet.code), ...reading.tests.valid]
        : [],
    )
    return {
      path: `snippet.${extensions[0]}`,
      texts: [
        ...snippets,
        ...joined(snippets),
        ...samples.filter(one => one.family === family).flatMap(one => [one.vulnerable, one.fixed]),
        ...real.filter(one => languageOfPath(one.path) === language).map(one => one.text),
      ],
    }
  })
  const scripts = code.find(one => one.path.endsWith('.js'))?.texts ?? []
  const pages = ['page.html', 'page.vue', 'page.ejs'].map(path => ({
    path,
    texts: scripts.map(text => `<p>{{ a }}</p>\n<script>\n${text}\n</script>\n<p><%- b %></p>\n`),
  }))
  const others = Object.values(CASES).map(({ path, invalid, valid }) => ({
    path,
    texts: [...invalid, ...valid, ...joined([...invalid, ...valid]), SECRETS],
  }))
  return [...code, ...code, ...pages, ...others]
}

/** Nothing in here is a key to anything. */
const SECRETS = [
  `API_KEY=${'Zk3v9QwX'.repeat(5)}`,
  `aws_secret_access_key = "${'aB3dE5gH7j'.repeat(4)}"`,
  `url: postgres://user:${'pA5s'.repeat(4)}@db.example.org/app`,
].join('\n')

function joined(snippets: readonly string[]): readonly string[] {
  const texts: string[] = []
  for (let i = 0; i < snippets.length; i += 12) texts.push(snippets.slice(i, i + 12).join('\n'))
  return texts
}

function readTexts(folder: string): readonly { readonly path: string; readonly text: string }[] {
  return readdirSync(join(TOP, folder), { recursive: true, encoding: 'utf8' })
    .filter(path => languageOfPath(path) !== null)
    .sort()
    .map(path => ({ path, text: readFileSync(join(TOP, folder, path), 'utf8').slice(0, MOST_LENGTH) }))
}
