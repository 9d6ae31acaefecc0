import { chmod, cp, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { build, type Metafile } from 'esbuild'
import { loadLessons } from '../source/adapters/content-bundled/load-lessons.js'
import { loadRuleContent } from '../source/adapters/content-bundled/load-rule-content.js'
import { shipPatterns } from '../source/adapters/scanner-embedded/match/shipped-patterns.js'
import {
  type CompiledPack,
  rulesPath,
  splitRules,
} from '../source/adapters/scanner-embedded/rules/compiled-pack.js'
import { readRuleFolder } from '../source/adapters/scanner-embedded/rules/read-rule-folder.js'
import { modulesAsked } from '../source/adapters/scanner-embedded/rules/rule-pack.js'
import { openGrammars, shippedName } from '../source/adapters/scanner-embedded/tree/grammars.js'
import { LANGUAGE_TABLE } from '../source/adapters/scanner-embedded/tree/language.js'
import { sha256 } from '../source/adapters/system/sha256.js'
import { licenceTexts } from './licence-texts.js'
import { mergeChunks } from './merge-chunks.js'
import { keepDrawnLines } from './patch-ink.js'

// Builds what is published into dist/: the bundle, compiled lessons and rules, grammars, the demo, licence texts.
// It is made beside the old one and then takes its place, so nobody ever runs half a build.

const TOP = resolve(import.meta.dirname, '..')
const DIST = join(TOP, 'dist')
const NEXT = join(TOP, 'dist.next')

/** Ink's bridge to React's developer tools: it opens a network connection when DEV is set, and nothing here may. */
const NO_DEVTOOLS = 'export {}'

/** Zod's messages in fifty languages: we show our own. */
const ENGLISH_ONLY = "export { default as en } from './en.js'"

/**
 * Yoga fetches the module that it carries in itself, and the first `fetch` of a process loads Node's whole HTTP client:
 * a tenth of the time to the first frame. Without it Yoga decodes the module.
 */
const NO_FETCH = 'const fetch = undefined;'

/** Libraries that are CommonJS inside call `require` for what Node has, and ask where they are. */
const BANNER = [
  "import { createRequire as $require } from 'node:module'",
  "import { fileURLToPath as $path } from 'node:url'",
  'const require = $require(import.meta.url), __filename = $path(import.meta.url)',
].join(';')

/** The program of the scanner's threads. */
const WORKER = 'source/adapters/scanner-embedded/worker/scan-worker.ts'

/** Returns what was bundled, and the names of the files that it is in. */
async function bundle(): Promise<{ readonly metafile: Metafile; readonly files: readonly string[] }> {
  const { metafile } = await build({
    absWorkingDir: TOP,
    entryPoints: { cli: 'source/cli.ts', 'scan-worker': WORKER },
    outdir: NEXT,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    jsx: 'automatic',
    minify: true,
    legalComments: 'none',
    metafile: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    banner: { js: BANNER },
    plugins: [
      {
        name: 'leave-out',
        setup: ({ onLoad }) => {
          onLoad({ filter: /ink[\\/]build[\\/]devtools\.js$/ }, () => ({ contents: NO_DEVTOOLS }))
          onLoad({ filter: /ink[\\/]build[\\/]output\.js$/ }, async ({ path }) => ({
            contents: keepDrawnLines(await readFile(path, 'utf8')),
          }))
          onLoad({ filter: /yoga-wasm-base64-esm\.js$/ }, async ({ path }) => ({
            contents: NO_FETCH + (await readFile(path, 'utf8')),
          }))
          onLoad({ filter: /zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({ contents: ENGLISH_ONLY }))
        },
      },
    ],
  })
  const files = await mergeChunks(NEXT, metafile)
  await chmod(join(NEXT, 'cli.js'), 0o755)
  return { metafile, files }
}

/** Compiles lessons and rules to JSON; anything wrong with one of them stops the build. */
async function compileContent(build: string): Promise<void> {
  const { lessons, problems } = await loadLessons(join(TOP, 'lessons'))
  const { rules, weaknesses, lists, problems: ruleProblems } = await readRuleFolder(join(TOP, 'rules'))
  const wrong = [
    ...problems.map(problem => `${problem.path}: ${problem.message}`),
    ...ruleProblems.map(({ file, field, reason }) => `rules/${file}, ${field}: ${reason}`),
  ]
  if (wrong.length > 0) throw new Error(`The content is not sound:\n${wrong.join('\n')}`)
  const parts = splitRules(rules)
  const pack: CompiledPack = {
    ruleCount: rules.length,
    modules: modulesAsked(rules),
    families: [...parts.keys()],
    weaknesses,
    lists,
    // The code belongs to it, so that no build trusts what another kept.
    hash: sha256(JSON.stringify([build, rules, lists, weaknesses])),
  }
  await writeJson('lessons.json', lessons)
  await writeJson('rules.json', pack)
  for (const [family, own] of parts) await writeJson(rulesPath('rules.json', family), own)
  await writeJson('content.json', await loadRuleContent(join(TOP, 'rules')))
}

/** Tells one build's code from another's: what the scanner keeps between runs is good for one of them only. */
async function hashCode(files: readonly string[]): Promise<string> {
  return sha256(Buffer.concat(await Promise.all(files.map(file => readFile(join(NEXT, file))))))
}

async function writeJson(name: string, value: unknown): Promise<void> {
  await writeFile(join(NEXT, name), JSON.stringify(value))
}

async function copyGrammars(): Promise<void> {
  const modules = join(TOP, 'node_modules')
  const { rules } = await readRuleFolder(join(TOP, 'rules'))
  const languages = new Set(rules.flatMap(rule => rule.languages))
  const names = new Set([...languages].map(one => `tree-sitter-${LANGUAGE_TABLE[one].grammar}.wasm`))
  await mkdir(join(NEXT, 'grammars'))
  await cp(join(modules, 'web-tree-sitter/web-tree-sitter.wasm'), join(NEXT, 'grammars/web-tree-sitter.wasm'))
  for (const name of names)
    await cp(join(modules, '@vscode/tree-sitter-wasm/wasm', name), join(NEXT, 'grammars', name))
  const grammars = await openGrammars(join(NEXT, 'grammars'))
  for (const language of languages) {
    const patterns = shipPatterns(rules, await grammars.get(language), grammars.parser)
    await writeFile(join(NEXT, 'grammars', shippedName(language)), patterns)
  }
}

await rm(NEXT, { recursive: true, force: true })
await mkdir(NEXT)
const { metafile, files } = await bundle()
await compileContent(await hashCode(files))
await copyGrammars()
await cp(join(TOP, 'demo'), join(NEXT, 'demo'), { recursive: true })
await writeFile(join(NEXT, 'licenses.txt'), await licenceTexts(TOP, Object.keys(metafile.inputs)))
await rm(DIST, { recursive: true, force: true })
await rename(NEXT, DIST)

const sizes = await Promise.all(files.map(async file => (await stat(join(DIST, file))).size))
const code = sizes.reduce((sum, bytes) => sum + bytes, 0)
const entry = (await stat(join(DIST, 'cli.js'))).size
const { version } = JSON.parse(await readFile(join(TOP, 'package.json'), 'utf8'))
process.stderr.write(
  `guardrail-coach ${version}: ${kB(code)} of code, ${kB(entry)} of it read at every start\n`,
)

function kB(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`
}
