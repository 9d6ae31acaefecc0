import { expect } from 'vitest'
import { STALL, treeOf } from '../samples.js'
import { scenario } from '../stage.js'

export const syncRemove = scenario('sync --remove gives every file back byte for byte', async stage => {
  const project = stage.project({
    ...STALL,
    'AGENTS.md': '# Ours\r\n\r\nTabs, not spaces.\r\n',
    'CLAUDE.md': 'Read AGENTS.md',
  })
  const before = treeOf(project.root)
  const app = await stage.open(project, { args: ['sync'] }).at(100, 60)
  await app.see('[y/N]')
  await app.type('y').press('enter').gone()
  expect(project.read('AGENTS.md')).toContain('NEVER')
  expect(await stage.run(project, ['sync', '--remove', '--yes'])).toMatchObject({ code: 0 })
  const { 'AGENTS.md': agents, 'CLAUDE.md': claude } = treeOf(project.root)
  expect([agents, claude]).toEqual([before['AGENTS.md'], before['CLAUDE.md']])
})
