import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Ships as compiled grammars, which the bundler does not see. */
const NOT_BUNDLED = ['@vscode/tree-sitter-wasm']

/**
 * Returns the licence texts of every package whose code is in the bundle (`inputs`, paths of the metafile) or ships
 * beside it. Fails for a package without a licence, because it may not be shipped.
 */
export async function licenceTexts(top: string, inputs: readonly string[]): Promise<string> {
  const packages = new Set(NOT_BUNDLED.map(name => `node_modules/${name}`))
  for (const input of inputs) {
    const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0]
    if (folder !== undefined) packages.add(folder)
  }
  const texts = await Promise.all([...packages].sort().map(folder => licenceText(join(top, folder))))
  return `This package contains the following software.\n\n${texts.join(`\n${'-'.repeat(80)}\n\n`)}`
}

async function licenceText(folder: string): Promise<string> {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  const file = (await readdir(folder)).sort().find(entry => /^(?:licen[cs]e|copying)/i.test(entry))
  if (file === undefined && typeof license !== 'string') throw new Error(`${name} has no licence.`)
  const text = file === undefined ? '' : await readFile(join(folder, file), 'utf8')
  return `${name} ${version} (${license ?? 'see below'})\n\n${text.trim()}\n`
}
