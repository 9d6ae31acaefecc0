import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { openFixes, PRICES, STALL } from '../samples.js'
import { scenario } from '../stage.js'

export const readOnlyFolder = scenario(
  'where nothing can be written the fix says so and the file is whole',
  async stage => {
    const project = stage.project(STALL)
    // Root may write anywhere: a folder in the way of the temporary file refuses root too.
    chmodSync(join(project.root, 'web'), 0o555)
    const app = await stage.open(project).at(80, 24)
    await openFixes(app)
    const told = await app.press('enter').see(/The fix did not hold|Fixed and checked/)
    if (told.includes('did not hold')) expect(project.read('web/prices.js')).toBe(PRICES)
    await app.press('q').ends()
    chmodSync(join(project.root, 'web'), 0o755)
  },
)
