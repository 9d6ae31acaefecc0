import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTempFolder } from './temp-project.js'

/** Returns a PATH on which a fake assistant stands first: `script` (Node, CommonJS) runs in its working directory. */
export function pathWithAssistant(script: string, name = 'claude'): string {
  const folder = createTempFolder()
  writeFileSync(join(folder, name), `#!${process.execPath}\n${script}\n`)
  chmodSync(join(folder, name), 0o755)
  return `${folder}:${process.env.PATH ?? ''}`
}
