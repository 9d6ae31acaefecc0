import { expect } from 'vitest'
import { SHOP } from '../samples.js'
import { scenario } from '../stage.js'

export const noTerminal = scenario(
  'without a terminal the summary is printed and nothing waits for a key',
  async stage => {
    const { code, out } = await stage.run(stage.project(SHOP), [])
    expect(code).toBe(0)
    expect(out).toContain('Code injection')
    expect(out).toContain('How to go on:')
    expect(out).not.toContain('\x1b')
  },
)
