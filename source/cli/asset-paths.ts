import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the files are that ship beside the code. */
export type AssetPaths = {
  readonly lessons: string
  /** Rule files, or the pack that the build made of them. */
  readonly rules: string
  /** Weaknesses and base guardrails. */
  readonly ruleContent: string
  /** Compiled grammars; absent in the source tree, where they come from node_modules. */
  readonly grammars?: string
  /** Program of the scanner's threads; absent in the source tree. */
  readonly worker?: string
  readonly demo: string
}

/** Returns the asset paths: beside the bundle in the package, at the top of the repository in the source tree. */
export function assetPaths(): AssetPaths {
  const here = dirname(fileURLToPath(import.meta.url))
  if (existsSync(join(here, 'lessons.json'))) {
    return {
      lessons: join(here, 'lessons.json'),
      rules: join(here, 'rules.json'),
      ruleContent: join(here, 'content.json'),
      grammars: join(here, 'grammars'),
      worker: join(here, 'scan-worker.js'),
      demo: join(here, 'demo'),
    }
  }
  const top = join(here, '..', '..')
  const rules = join(top, 'rules')
  return { lessons: join(top, 'lessons'), rules, ruleContent: rules, demo: join(top, 'demo') }
}
