import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { atTheEdit, PRICES } from '../samples.js'
import { scenario } from '../stage.js'

export const editInAnotherWindow = scenario(
  'an edit in another window: the pattern is shown, each save is checked, the one that mends it is recognised',
  async stage => {
    const { project, app } = await atTheEdit(stage)
    await app.see('One way that holds', '+ ')
    project.write('web/prices.js', `${PRICES}// thinking\n`)
    await app.see('The finding is still there. Your edit stays as it is.')
    project.write('web/prices.js', PRICES.replace('eval(', 'Number(('))
    await app.see('The file does not parse.', 'Saved 2 times so far')
    project.write('web/.prices.swp', PRICES.replace('eval(', 'Number('))
    renameSync(join(project.root, 'web/.prices.swp'), join(project.root, 'web/prices.js'))
    await app.see('Fixed and checked')
    expect(project.read('web/prices.js')).toBe(PRICES.replace('eval(', 'Number('))
    await app.press('u').see('was taken back')
    expect(project.read('web/prices.js')).toBe(PRICES)
    await app.press('q').ends()
  },
)
