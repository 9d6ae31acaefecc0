import { posix } from 'node:path'
import stripJsonComments from 'strip-json-comments'
import type { ImportAlias } from '../taint/link/import-aliases.js'
import { fieldsOf } from './fields-of.js'
import { readSource } from './read-source.js'

const COMPILER_CONFIG = /(^|\/)[jt]sconfig([.-][\w.-]{1,40})?\.json$/
const PACKAGE = /(^|\/)package\.json$/

/** More files than this are not read, and more aliases not kept: what hand-written projects have is far below. */
const MAX_FILES = 200
const MAX_ALIASES = 500

/**
 * Returns what imports mean beside paths, from the files among `paths` (relative): `baseUrl` and `paths` of tsconfig and
 * jsconfig (TypeScript's handbook, "Module resolution"), the `imports` of a package.json and the names of the
 * repository's own packages (Node's documentation, "Packages"). `extends` is not followed: a shared config stands
 * in a folder above, and holds for what is below it.
 */
export function readAliases(root: string, paths: readonly string[]): readonly ImportAlias[] {
  const files = paths.filter(path => COMPILER_CONFIG.test(path) || PACKAGE.test(path)).slice(0, MAX_FILES)
  return files
    .flatMap(path => {
      const folder = posix.dirname(path) === '.' ? '' : posix.dirname(path)
      const content = readJson(root, path)
      return PACKAGE.test(path) ? ofPackage(content, folder) : ofCompiler(content, folder)
    })
    .slice(0, MAX_ALIASES)
}

/** Null for what is no JSON; compilers allow comments and a comma at the end. */
function readJson(root: string, path: string): unknown {
  const reading = readSource(root, path)
  if (reading.kind !== 'text') return null
  try {
    return JSON.parse(stripJsonComments(reading.text.replace(/^\uFEFF/, ''), { trailingCommas: true }))
  } catch {
    // What an import means is then told by customs alone, as without the file.
    return null
  }
}

function ofCompiler(content: unknown, folder: string): readonly ImportAlias[] {
  const { baseUrl, paths } = fieldsOf(fieldsOf(content).compilerOptions)
  const base = posix.join(folder, typeof baseUrl === 'string' ? baseUrl : '.')
  const named = Object.entries(fieldsOf(paths)).map(([pattern, targets]) => ({
    folder,
    pattern,
    targets: stringsIn(targets).map(target => withoutEnding(posix.join(base, target))),
  }))
  const any = { folder, pattern: '*', targets: [posix.join(base, '*')] }
  return typeof baseUrl === 'string' ? [...named, any] : named
}

function ofPackage(content: unknown, folder: string): readonly ImportAlias[] {
  const { name, main, imports } = fieldsOf(content)
  const inner = Object.entries(fieldsOf(imports)).map(([pattern, meant]) => ({
    folder,
    pattern,
    targets: stringsIn(meant).map(target => withoutEnding(posix.join(folder, target))),
  }))
  // The package of the whole project imports its own files by their paths.
  if (typeof name !== 'string' || folder === '') return inner
  const mains = typeof main === 'string' ? [withoutEnding(posix.join(folder, main))] : []
  return [
    ...inner,
    { folder: '', pattern: name, targets: [...mains, `${folder}/src`, folder] },
    { folder: '', pattern: `${name}/*`, targets: [`${folder}/*`, `${folder}/src/*`] },
  ]
}

/** The paths of `"./a.js"`, of a list of them, and of the conditions `{ "node": "./a.js", "default": "./b.js" }`. */
function stringsIn(meant: unknown): readonly string[] {
  const all = typeof meant === 'string' ? [meant] : Object.values(fieldsOf(meant))
  return all.filter(one => typeof one === 'string')
}

/** Resolving adds endings of its own, so that `./a.js` may be `a.ts`. */
function withoutEnding(target: string): string {
  return target.replace(/[.][mc]?[jt]sx?$/, '')
}
