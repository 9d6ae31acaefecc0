import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Puts a program into a folder and returns a PATH on which it stands first: `script` (Node, CommonJS) runs where it is called. */
export function pathWithProgram(folder: string, name: string, script: string): string {
  writeFileSync(join(folder, name), `#!${process.execPath}\n${script}\n`)
  chmodSync(join(folder, name), 0o755)
  return `${folder}:${process.env.PATH ?? ''}`
}
