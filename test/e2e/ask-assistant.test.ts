import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { pathWithAssistant } from '../support/fake-assistant.js'
import { createTempFolder, createTempProject } from '../support/temp-project.js'
import { KEY, PATIENCE, SHOP, startCoach, whyNoPty } from './driver.js'

const reason = await whyNoPty()

const FILE = 'web/prices.js'
const EDIT = (from: string, to: string) => `
const fs = require('node:fs')
fs.writeFileSync('${FILE}', fs.readFileSync('${FILE}', 'utf8').replace(${JSON.stringify(from)}, ${JSON.stringify(to)}))
`

/** Opens the fixes of the first finding and marks the assistant among them. */
async function atTheAssistant(script: string) {
  const project = createTempProject(SHOP)
  project.commitAll()
  const copies = createTempFolder()
  const coach = await startCoach(project, { env: { PATH: pathWithAssistant(script), TMPDIR: copies } })
  await coach.until('May it keep')
  coach.press(KEY.enter)
  await coach.until('Code injection')
  coach.press(KEY.enter)
  await coach.until('eval(req.body.formula)')
  coach.press('f')
  const fixes = await coach.until('Ask Claude Code to write it')
  coach.press(/(\d) {2}Ask Claude/.exec(fixes)?.[1] ?? '0')
  await coach.until('Shows what Claude Code would be asked')
  coach.press(KEY.enter)
  await coach.until('Ask Claude Code to write the fix?')
  return { project, coach, copies }
}

describe.skipIf(reason !== null)('an assistant on PATH', { timeout: PATIENCE }, () => {
  test('writes a fix on a copy; it is looked at, applied, recorded as its own, and undone', async () => {
    const { project, coach, copies } = await atTheAssistant(
      `${EDIT('eval(', 'Number(')}fs.writeFileSync('web/sessions.js', 'gone')\nfs.writeFileSync('notes.md', 'x')`,
    )
    coach.press(KEY.enter)
    await coach.until('tried: parses, finding gone')
    await coach.until(/Its changes to notes.md, web\/sessions.js\s+were\s+left\s+out/)
    expect(project.git('status', '--short')).toBe('')
    coach.press(KEY.enter)
    await coach.until('Fixed and checked')
    await coach.until('NEVER')
    coach.press(KEY.enter)
    await coach.until('Kept as a candidate')
    const [record = ''] = readdirSync(join(project.root, '.guardrail-coach/remediations'))
    expect(JSON.parse(project.read(`.guardrail-coach/remediations/${record}`))).toMatchObject({
      fixId: 'assistant:claude-code',
    })
    expect(project.read('web/sessions.js')).toBe(SHOP['web/sessions.js'])
    expect(existsSync(join(project.root, 'notes.md'))).toBe(false)
    coach.press('u')
    await coach.until('was taken back')
    expect(project.read(FILE)).toBe(SHOP[FILE])
    expect(readdirSync(copies)).toEqual([])
    coach.press('q')
    expect(await coach.ended()).toBe(0)
  })

  test.each([
    ['fails', "console.error('\\u001b]0;owned\\u0007no credit left'); process.exit(3)", 'no credit left'],
    ['edits nothing', 'process.exit(0)', 'left the file as it was'],
    [
      'edits only other files',
      "require('node:fs').writeFileSync('web/sessions.js', 'x')",
      'it changed 1 other file instead',
    ],
    ['writes hidden characters', EDIT('eval(', 'Number(/*\u202e*/'), 'characters that a reader does not see'],
  ])('that %s is told, and nothing is changed', async (_name, script, told) => {
    const { project, coach } = await atTheAssistant(script)
    coach.press(KEY.enter)
    await coach.until('brought no fix')
    await coach.until(told)
    expect(coach.raw()).not.toContain('\x1b]0;owned')
    expect(project.git('status', '--short')).toBe('')
    coach.press('q')
    expect(await coach.ended()).toBe(0)
  })

  test('that hangs is stopped with what it started, by Esc and by quitting', async () => {
    const mark = join(createTempFolder(), 'child')
    const hang = `
      const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
      require('node:fs').writeFileSync(${JSON.stringify(mark)}, String(child.pid))
      process.on('SIGTERM', () => {})
      setInterval(() => {}, 1000)
    `
    const { project, coach, copies } = await atTheAssistant(hang)
    coach.press(KEY.enter)
    await coach.until(/at work on a copy: [1-9]/)
    const first = Number(readFileSync(mark, 'utf8'))
    coach.press(KEY.escape)
    await coach.until('Claude Code was stopped. Nothing was changed.')
    await expect.poll(() => isAlive(first), { timeout: 10_000 }).toBe(false)
    coach.press(KEY.enter)
    await coach.until(/at work on a copy: [1-9]/)
    const second = Number(readFileSync(mark, 'utf8'))
    coach.press('q')
    expect(await coach.ended()).toBe(0)
    expect(isAlive(second)).toBe(false)
    expect(readdirSync(copies)).toEqual([])
    expect(project.git('status', '--short')).toBe('')
  })
})

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
