import { begin, STALL } from '../samples.js'
import { scenario } from '../stage.js'

export const helpEverywhere = scenario(
  '? shows the keys of every screen and goes back to it',
  async stage => {
    const app = await stage.open(stage.project(STALL)).at(80, 24)
    const help = async (back: string | RegExp) => {
      await app.press('?').see('Keys of this screen', 'Esc close')
      await app
        .press('escape')
        .see(back)
        .then(() => app.seeNo('Keys of this screen'))
    }
    await app.see('May it keep')
    await help('May it keep')
    await begin(app)
    await help('Enter start')
    await app.press('enter').see('eval(req.body.formula)')
    await help('Enter learn')
    await app.press('enter').see('Why it works')
    await help('Why it works')
    await app.press('enter').see('Enter answer')
    await help('Enter answer')
    await app.press('s').see('tried: parses, finding gone')
    await help('Enter apply')
    await app.press('enter').see('Fixed and checked', 'NEVER')
    await help('Fixed and checked')
    await app.press('enter').see('Kept as a candidate')
    for (const [key, name] of [
      ['1', 'Findings'],
      ['2', 'Rules'],
      ['3', 'Quiz'],
      ['4', 'Progress'],
    ] as const) {
      await app.press('0').see('1 Findings')
      await app.press(key).see(new RegExp(`^ ${name}`))
      await help(new RegExp(`^ ${name}`))
    }
    await app.press('q').ends()
  },
)
