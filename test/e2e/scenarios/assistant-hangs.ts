import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { atTheAssistant, eventually, isAlive } from '../samples.js'
import { scenario } from '../stage.js'

export const assistantHangs = scenario(
  'an assistant that hangs is stopped with what it started, by Esc and by quitting',
  async stage => {
    const mark = join(stage.folder(), 'child')
    const { project, app, copies } = await atTheAssistant(
      stage,
      `const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    require('node:fs').writeFileSync(${JSON.stringify(mark)}, String(child.pid))
    process.on('SIGTERM', () => {})
    setInterval(() => {}, 1000)`,
    )
    await app.press('enter').see(/at work on a copy: [1-9]/)
    const first = Number(readFileSync(mark, 'utf8'))
    await app.press('escape').see('Claude Code was stopped. Nothing was changed.')
    await eventually(() => !isAlive(first))
    await app.press('enter').see(/at work on a copy: [1-9]/)
    const second = Number(readFileSync(mark, 'utf8'))
    await app.press('q').ends()
    expect(isAlive(second)).toBe(false)
    expect(readdirSync(copies)).toEqual([])
    expect(project.git('status', '--short')).toBe('')
  },
)
