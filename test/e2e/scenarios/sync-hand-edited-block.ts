import { expect } from 'vitest'
import { STALL } from '../samples.js'
import { scenario } from '../stage.js'

export const syncHandEditedBlock = scenario(
  'a block edited by hand is not overwritten, and the screen says so',
  async stage => {
    const project = stage.project(STALL)
    expect(await stage.run(project, ['sync', '--yes'])).toMatchObject({ code: 0 })
    const edited = project.read('AGENTS.md').replace('- NEVER', '- Never, ever')
    project.write('AGENTS.md', edited)
    expect((await stage.run(project, ['sync', '--check'])).code).toBe(1)
    const app = await stage.open(project, { args: ['rules'] }).at(80, 24)
    await app.see('Rules', 'v see files')
    await app.press('v').see('AGENTS.md', /by hand|edited/)
    await app.press('enter').see('AGENTS.md')
    expect(project.read('AGENTS.md')).toBe(edited)
    await app.press('q').ends()
  },
)
