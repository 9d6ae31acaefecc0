import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const SOURCE = resolve(import.meta.dirname, '../source')

/** Layer → layers it may import from, besides itself. `packages` says whether node modules and libraries are allowed. */
const LAYERS: Record<string, { readonly from: readonly string[]; readonly packages: boolean }> = {
  core: { from: [], packages: false },
  ports: { from: ['core'], packages: false },
  adapters: { from: ['ports', 'core'], packages: true },
  app: { from: ['core', 'ports'], packages: false },
  commands: { from: ['app', 'core', 'ports'], packages: true },
  tui: { from: ['app', 'core', 'ports'], packages: true },
  cli: { from: ['commands', 'tui', 'app', 'adapters', 'ports', 'core'], packages: true },
}

type SourceFile = { readonly path: string; readonly layer: string; readonly text: string }

function readSources(): readonly SourceFile[] {
  return readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter(path => /\.tsx?$/.test(path))
    .map(path => {
      const [first = ''] = path.split(/[\\/]/)
      return {
        path,
        layer: first === 'cli.ts' ? 'cli' : first,
        text: readFileSync(join(SOURCE, path), 'utf8'),
      }
    })
}

function importsOf(text: string): readonly string[] {
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|import\s*\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g,
  )
  return [...found].map(match => match[1] ?? match[2] ?? match[3] ?? '')
}

const files = readSources()

test('every source file belongs to a known layer', () => {
  expect(files.length).toBeGreaterThan(10)
  expect(files.filter(file => !(file.layer in LAYERS)).map(file => file.path)).toEqual([])
})

test('dependencies point one way: core ← ports ← adapters, app ← commands and tui ← cli', () => {
  const wrong: string[] = []
  for (const file of files) {
    const allowed = LAYERS[file.layer]
    if (!allowed) continue
    for (const name of importsOf(file.text)) {
      if (!name.startsWith('.')) {
        if (!allowed.packages) wrong.push(`${file.path} imports the package ${name}`)
        continue
      }
      const target = relative(SOURCE, resolve(SOURCE, dirname(file.path), name)).split(/[\\/]/)[0] ?? ''
      if (target !== file.layer && !allowed.from.includes(target)) wrong.push(`${file.path} imports ${name}`)
    }
  }
  expect(wrong).toEqual([])
})

test('core knows neither the time nor chance', () => {
  const impure = files.filter(
    file => file.layer === 'core' && /\bDate\.now\(|new Date\(\)|Math\.random\(|\bprocess\./.test(file.text),
  )
  expect(impure.map(file => file.path)).toEqual([])
})

test('screens do not import other screens, components do not import screens', () => {
  const wrong: string[] = []
  for (const file of files) {
    const screen = /^tui\/screens\/([^/]+)\//.exec(file.path)?.[1]
    const isComponent = file.path.startsWith('tui/components/')
    for (const name of importsOf(file.text).filter(path => path.startsWith('.'))) {
      const target = relative(SOURCE, resolve(SOURCE, dirname(file.path), name))
      const other = /^tui\/screens\/([^/]+)/.exec(target)?.[1]
      if (other === undefined) continue
      if (isComponent || (screen !== undefined && other !== screen))
        wrong.push(`${file.path} imports ${name}`)
    }
  }
  expect(wrong).toEqual([])
})

test('files stay small: none above 300 lines, median at most 80', () => {
  const lengths = files.map(file => ({ path: file.path, lines: file.text.trimEnd().split('\n').length }))
  expect(lengths.filter(file => file.lines > 300)).toEqual([])
  const sorted = lengths.map(file => file.lines).sort((a, b) => a - b)
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(80)
})

test('every exported function has a docstring', () => {
  const bare: string[] = []
  for (const file of files) {
    const lines = file.text.split('\n')
    lines.forEach((line, index) => {
      const name = /^export (?:async )?function\*? (\w+)/.exec(line)?.[1]
      if (name && !lines[index - 1]?.trimEnd().endsWith('*/')) bare.push(`${file.path}: ${name}`)
    })
  }
  expect(bare).toEqual([])
})
