import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Top of the repository. */
export const TOP = resolve(import.meta.dirname, '../..')

/** Returns the built command line's path; throws when there is no build, because tests of it would then mean nothing. */
export function builtCli(): string {
  const cli = join(TOP, 'dist/cli.js')
  if (!existsSync(cli)) throw new Error('There is no dist/cli.js: run npm run build first.')
  return cli
}
