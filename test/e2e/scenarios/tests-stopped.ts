import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { atTheTests, eventually, isAlive, shopWithTests } from '../samples.js'
import { scenario } from '../stage.js'

export const testsStopped = scenario(
  'Ctrl+C stops the tests with all they started; a kill of the coach does, too',
  async stage => {
    const mark = join(stage.folder(), 'pid')
    const script = `
    const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' })
    require('node:fs').writeFileSync(${JSON.stringify(mark)}, String(child.pid))
    console.log('a server is up')
    setInterval(() => {}, 1000)
  `
    const app = await atTheTests(stage, shopWithTests(stage, script))
    await app.press('enter').see('a server is up')
    const first = Number(readFileSync(mark, 'utf8'))
    await app.press('ctrl+c').see('Tests stopped')
    await eventually(() => !isAlive(first))
    await app.press('t').see('a server is up')
    await eventually(() => readFileSync(mark, 'utf8') !== String(first))
    const second = Number(readFileSync(mark, 'utf8'))
    await app.kill('SIGTERM').ends(143)
    await eventually(() => !isAlive(second))
  },
)
