import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { atTheAssistant, editing, PRICES, SHOP } from '../samples.js'
import { scenario } from '../stage.js'

export const assistantWritesFix = scenario(
  'an assistant writes a fix on a copy; it is looked at, applied, recorded as its own, and undone',
  async stage => {
    const script = `${editing('web/prices.js', 'eval(', 'Number(')}fs.writeFileSync('web/sessions.js', 'gone')\nfs.writeFileSync('notes.md', 'x')`
    const { project, app, copies } = await atTheAssistant(stage, script)
    await app.press('enter').see('tried: parses, finding gone')
    await app.see(/Its changes to notes.md, web\/sessions.js\s+were\s+left\s+out/)
    expect(project.git('status', '--short')).toBe('')
    await app.press('enter').see('Fixed and checked', 'NEVER')
    await app.press('enter').see('Kept as a candidate')
    const [record = ''] = readdirSync(join(project.root, '.guardrail-coach/remediations'))
    expect(JSON.parse(project.read(`.guardrail-coach/remediations/${record}`))).toMatchObject({
      fixId: 'assistant:claude-code',
    })
    expect(project.read('web/sessions.js')).toBe(SHOP['web/sessions.js'])
    expect(existsSync(join(project.root, 'notes.md'))).toBe(false)
    await app.press('u').see('was taken back')
    expect(project.read('web/prices.js')).toBe(PRICES)
    expect(readdirSync(copies)).toEqual([])
    await app.press('q').ends()
  },
)
