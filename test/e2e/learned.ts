import { expect } from 'vitest'
import type { TempProject } from '../support/temp-project.js'
import { SHOP } from './samples.js'
import type { Stage } from './stage.js'

/** A learned rule as `rules list --json` tells it, as far as the scenarios look. */
export type ListedRule = { readonly id: string; readonly status: string; readonly text: string }

/** Returns a shop in git with the rules that two fixes taught, made by the program itself. */
export async function shopWithRules(stage: Stage): Promise<TempProject> {
  const project = stage.project({ ...SHOP, 'CLAUDE.md': '# Shop\n', 'AGENTS.md': '# Shop\n' })
  project.commitAll()
  const { findings } = JSON.parse((await stage.run(project, ['scan', '--json'])).out)
  for (const { fingerprint } of findings) {
    const { choices } = JSON.parse((await stage.run(project, ['fix', fingerprint, '--json'])).out)
    const choice = choices.find((one: { readonly verified: boolean }) => one.verified)
    if (choice) await stage.run(project, ['fix', fingerprint, '--choice', choice.id, '--yes'])
  }
  expect((await rulesOf(stage, project)).length).toBeGreaterThanOrEqual(2)
  return project
}

/** Returns the learned rules of a project, as the program lists them. */
export async function rulesOf(stage: Stage, project: TempProject): Promise<readonly ListedRule[]> {
  return JSON.parse((await stage.run(project, ['rules', 'list', '--json'])).out).rules
}
