import { accessSync, constants } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'

/** Returns the absolute path of a program from the project's virtual environment or PATH, or null. */
export function findTool(name: string): string | null {
  const folders = [
    resolve(import.meta.dirname, '../../.venv/bin'),
    ...(process.env.PATH ?? '').split(delimiter),
  ]
  for (const folder of folders) {
    const file = join(folder, name)
    try {
      accessSync(file, constants.X_OK)
      return file
    } catch {
      // not here; the next folder may have it
    }
  }
  return null
}
