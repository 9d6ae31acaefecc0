import picomatch from 'picomatch'
import { expect, test } from 'vitest'
import { frontmatterGlobs } from '../../../source/core/guardrail/frontmatter-globs.js'
import { matchGlob } from '../../../source/core/guardrail/match-glob.js'

const PATHS = [
  'a.js',
  'src/a.js',
  'src/db/query.ts',
  'src/db/deep/query.test.ts',
  'docs/read me.md',
  '.github/x.yml',
  'src',
]
const GLOBS = [
  '**',
  '**/*',
  '*',
  '*.js',
  '**/*.js',
  'src/**',
  'src/*',
  'src/**/*.ts',
  '**/*.{ts,js}',
  'src/db/que?y.ts',
  '{src,docs}/**/*',
  '**/db/**',
  'src/**/deep/*.test.ts',
  '*.{js,{ts,md}}',
  './src/*.js',
]

test.each(GLOBS)('%s means what picomatch makes of it', glob => {
  const reference = picomatch(glob, { dot: true, strictSlashes: true })
  for (const path of PATHS) {
    // "src/**" is taken to mean what is in the folder and the folder itself by one of the two; a file cannot be both.
    if (path === 'src' && glob.endsWith('/**')) continue
    expect([path, matchGlob(glob, path)]).toEqual([path, reference(path)])
  }
})

test.each(['src/[ab].js', '!src/**', 'src/(a|b).js', '{a,b', 'a}'])('%s is not judged', glob => {
  expect(matchGlob(glob, 'src/a.js')).toBeNull()
})

test('a glob made to be slow is not', () => {
  expect(matchGlob(`${'*a'.repeat(80)}b`, 'a'.repeat(5000))).toBe(false)
  expect(matchGlob(`${'**/'.repeat(90)}b`, 'a/'.repeat(900))).toBe(false)
})

test('globs are read from every form of frontmatter', () => {
  expect(frontmatterGlobs('---\npaths:\n  - "src/**"\n  - lib/*.ts\nother: x\n---\ntext')).toEqual([
    'src/**',
    'lib/*.ts',
  ])
  expect(frontmatterGlobs('---\napplyTo: "src/**,**/*.{ts,tsx}"\n---\n')).toEqual(['src/**', '**/*.{ts,tsx}'])
  expect(frontmatterGlobs("---\r\nglobs: ['a', 'b']\r\n---\r\n")).toEqual(['a', 'b'])
  expect(frontmatterGlobs('no frontmatter\npaths: x\n')).toEqual([])
})
