import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { CHAIN } from '../samples.js'
import { scenario } from '../stage.js'

export const firstRunLookOnly = scenario(
  'who only wants to look is asked again when there is something to keep',
  async stage => {
    const project = stage.project(CHAIN)
    const app = await stage.open(project).at(80, 24)
    await app.see('May it keep its records here?')
    await app.press('n').see('Start with Code injection')
    await app.press('enter').see('Enter learn')
    await app.press('f').see('tried: parses, finding gone')
    const screen = await app.press('enter').see('Fixed and checked', 'NEVER')
    expect(screen).toContain('Keeping it makes the folder .guardrail-coach/ in your project.')
    expect(existsSync(join(project.root, '.guardrail-coach'))).toBe(false)
    await app.press('d').see('Enter learn')
    expect(existsSync(join(project.root, '.guardrail-coach'))).toBe(false)
    await app.press('q').ends()
  },
)
