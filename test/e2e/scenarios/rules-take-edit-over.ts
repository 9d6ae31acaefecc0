import { expect } from 'vitest'
import { rulesOf, shopWithRules } from '../learned.js'
import { scenario } from '../stage.js'

export const rulesTakeEditOver = scenario(
  'a retired rule is restored and written; what is edited in the block by hand goes back into the rule',
  async stage => {
    const project = await shopWithRules(stage)
    const app = await stage.open(project, { args: ['rules'] }).at(120, 40)
    await app.see('NEVER evaluate text', 'v see files')
    await app.press('r').see('Why is it retired?')
    await app.type('the linter does it').press('enter').see('Retired.')
    await app.press('r').see('It is a candidate again')
    await app.press('p').see('Promoted.')
    await app.press('v').see('Nothing is written yet')
    await app.press('enter').see('Written:')
    await app.press('q').ends()

    const { files } = JSON.parse((await stage.run(project, ['sync', '--dry-run', '--json'])).out)
    for (const { path } of files)
      project.write(path, project.read(path).replace('NEVER evaluate text', 'NEVER ever evaluate text'))
    const again = await stage.open(project, { args: ['rules', 'review'] }).at(80, 24)
    await again.see(/of 900 tokens/)
    await again.press('v').see('edited by hand', 'can take this wording over')
    await again.press('t').see('The edit is in the rules now')
    await again.press('q').ends()
    const edited = (await rulesOf(stage, project)).find(rule => rule.text.startsWith('NEVER ever evaluate'))
    expect(edited?.status).toBe('promoted')
  },
)
