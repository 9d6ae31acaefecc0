import { expect } from 'vitest'
import { STALL } from '../samples.js'
import { scenario } from '../stage.js'

export const semgrepMissing = scenario(
  'an engine that is not installed is told of in plain words, with what to do',
  async stage => {
    const project = stage.project(STALL)
    const app = await stage
      .open(project, { args: ['--engine', 'opengrep'], env: { PATH: '/nonexistent' } })
      .at(80, 24)
    await app.gone()
    expect(app.screen()).toMatch(/opengrep/i)
    expect(app.screen()).not.toMatch(/at \w+.*:\d+:\d+/)
    expect(app.raw()).not.toContain('\x1b[?1049h')
  },
)
