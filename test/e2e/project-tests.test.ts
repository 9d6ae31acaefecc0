import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createTempFolder, createTempProject, type TempProject } from '../support/temp-project.js'
import { KEY, PATIENCE, SHOP, startCoach, whyNoPty } from './driver.js'

const reason = await whyNoPty()
const FILE = 'web/prices.js'

/** The shop with a test script, so that there is something to propose. */
function shopWith(script: string): TempProject {
  const project = createTempProject({
    ...SHOP,
    'package.json': `{ "name": "shop", "scripts": { "test": "node check.js" }, "dependencies": { "express": "^4.18.0" } }\n`,
    'check.js': script,
  })
  project.commitAll()
  return project
}

async function atTheQuestion(project: TempProject, config = createTempFolder()) {
  const coach = await startCoach(project, { config })
  await coach.until('May it keep')
  coach.press(KEY.enter)
  await coach.until('Code injection')
  coach.press(KEY.enter)
  await coach.until('eval(req.body.formula)')
  coach.press('f')
  await coach.until('tried: parses, finding gone')
  coach.press(KEY.enter)
  await coach.until('test: node check.js')
  return coach
}

describe.skipIf(reason !== null)("the project's own tests", { timeout: PATIENCE }, () => {
  test('run after a yes, stream their output, and their count goes into the record', async () => {
    const project = shopWith("console.log('  41 passing (1s)')")
    const coach = await atTheQuestion(project)
    coach.press(KEY.enter)
    await coach.until(/41\s+tests\s+pass/)
    await coach.until('NEVER')
    coach.press(KEY.enter)
    await coach.until('Kept as a candidate')
    const [record = ''] = readdirSync(join(project.root, '.guardrail-coach/remediations'))
    expect(JSON.parse(project.read(`.guardrail-coach/remediations/${record}`)).tests).toEqual({
      outcome: 'passed',
      passed: 41,
    })
    coach.press('q')
    expect(await coach.ended()).toBe(0)
  })

  test('red ones offer to take the fix back, byte for byte, and mark it among the fixes', async () => {
    const project = shopWith("console.log('expected 4, got NaN'); process.exit(3)")
    const coach = await atTheQuestion(project)
    coach.press(KEY.enter)
    await coach.until('exit code 3')
    expect(coach.text()).toContain('expected 4, got NaN')
    coach.press('u')
    await coach.until('was taken back')
    await coach.until('finding gone, tests fail')
    expect(project.read(FILE)).toBe(SHOP[FILE])
    coach.press('q')
    expect(await coach.ended()).toBe(0)
  })

  test('a script that the project changes afterwards is asked about again and does not run', async () => {
    const project = shopWith("console.log('  1 passing')")
    const config = createTempFolder()
    const coach = await atTheQuestion(project, config)
    coach.press(KEY.enter)
    await coach.until('NEVER')
    project.write(
      'package.json',
      project.read('package.json').replace('node check.js', 'node -e fs.writeFileSync(1234567)'),
    )
    coach.press('t')
    await coach.until('not what you said yes to')
    await coach.until('writeFileSync')
    coach.press('q')
    expect(await coach.ended()).toBe(0)
  })

  test('Ctrl+C stops them with all they started; a kill of the coach does, too', async () => {
    const mark = join(createTempFolder(), 'pid')
    const script = `
      const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' })
      require('node:fs').writeFileSync(${JSON.stringify(mark)}, String(child.pid))
      console.log('a server is up')
      setInterval(() => {}, 1000)
    `
    const coach = await atTheQuestion(shopWith(script))
    coach.press(KEY.enter)
    await coach.until('a server is up')
    const first = Number(readFileSync(mark, 'utf8'))
    coach.press(KEY.interrupt)
    await coach.until('Tests stopped')
    await expect.poll(() => isAlive(first), { timeout: 10_000 }).toBe(false)
    coach.press('t')
    await coach.until('a server is up')
    await expect.poll(() => readFileSync(mark, 'utf8'), { timeout: 15_000 }).not.toBe(String(first))
    const second = Number(readFileSync(mark, 'utf8'))
    coach.signal('SIGTERM')
    expect(await coach.ended()).toBe(143)
    await expect.poll(() => isAlive(second), { timeout: 10_000 }).toBe(false)
    expect(existsSync(mark)).toBe(true)
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
