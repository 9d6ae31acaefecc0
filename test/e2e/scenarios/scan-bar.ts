import { expect } from 'vitest'
import { crowd } from '../samples.js'
import { scenario } from '../stage.js'

export const scanBar = scenario('a scan at a terminal draws a bar and takes it away again', async stage => {
  const app = await stage
    .open(stage.project(crowd(200)), { args: ['scan'], env: { XDG_CACHE_HOME: stage.folder() } })
    .at(80, 24)
  await app.gone()
  expect(app.raw()).toMatch(/Scanning \[#+-*\] \d+ of \d+ files/)
  expect(app.raw().lastIndexOf('\x1b[2K')).toBeGreaterThan(app.raw().lastIndexOf('Scanning'))
  expect(app.screen()).not.toContain('Scanning')
})
