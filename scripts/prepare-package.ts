import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

// The bundle needs no dependencies and the tarball no scripts, but the repository needs both. `strip` puts a short
// package.json in place while npm packs, `restore` puts the full one back. The full one is set aside by a rename of a
// finished copy, so that a crash at any moment leaves it whole in one of the two places; the next run puts it back.

const MANIFEST = 'package.json'
const ASIDE = 'package.json.unpacked'
/** Fields that only matter in the repository. */
const LEFT_OUT = ['dependencies', 'devDependencies', 'scripts']

function replace(path: string, text: string): void {
  writeFileSync(`${path}.next`, text)
  renameSync(`${path}.next`, path)
}

function restore(folder: string): void {
  if (existsSync(join(folder, ASIDE))) renameSync(join(folder, ASIDE), join(folder, MANIFEST))
}

function strip(folder: string): void {
  restore(folder)
  const text = readFileSync(join(folder, MANIFEST), 'utf8')
  const manifest: Record<string, unknown> = JSON.parse(text)
  for (const field of LEFT_OUT) delete manifest[field]
  replace(join(folder, ASIDE), text)
  replace(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`)
}

const [what, folder = resolve(import.meta.dirname, '..')] = process.argv.slice(2)
if (what === 'strip') strip(folder)
else if (what === 'restore') restore(folder)
else throw new Error('Say strip or restore.')
