import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { builtCli } from '../support/built.js'
import { createTempFolder, createTempProject, type TempProject } from '../support/temp-project.js'
import { KEY, PATIENCE, SHOP, startCoach, whyNoPty } from './driver.js'

const reason = await whyNoPty()
if (reason) process.stderr.write(`The scenarios of the rule review are skipped: ${reason}\n`)

/** Runs the built program in a project as one developer, without a terminal. */
function developer(project: TempProject) {
  const config = createTempFolder()
  const env = { PATH: process.env.PATH ?? '', HOME: config, XDG_CONFIG_HOME: config, LANG: 'C.UTF-8' }
  const run = (args: readonly string[], input = '') =>
    spawnSync(process.execPath, [builtCli(), ...args], { cwd: project.root, env, input, encoding: 'utf8' })
  return { config, run }
}

/** A shop in git with two rules learned from two fixes that were really made. */
function shopWithRules() {
  const project = createTempProject({ ...SHOP, 'CLAUDE.md': '# Shop\n', 'AGENTS.md': '# Shop\n' })
  project.commitAll()
  const { config, run } = developer(project)
  const { findings } = JSON.parse(run(['scan', '--json']).stdout)
  for (const { fingerprint } of findings) {
    const { choices } = JSON.parse(run(['fix', fingerprint, '--json']).stdout)
    const choice = choices.find((one: { verified: boolean }) => one.verified)
    if (choice) run(['fix', fingerprint, '--choice', choice.id, '--yes'])
  }
  const rules = () => JSON.parse(run(['rules', 'list', '--json']).stdout).rules
  expect(rules().length).toBeGreaterThanOrEqual(2)
  return { project, config, run, rules }
}

describe.skipIf(reason !== null)('the rule review in a real terminal', { timeout: PATIENCE }, () => {
  test('a rule is reworded, scoped, promoted, taken back, promoted again and written for two assistants', async () => {
    const { project, config, rules } = shopWithRules()
    const coach = await startCoach(project, { args: ['rules'], config })
    await coach.until(/\d to review/)
    await coach.until('NEVER evaluate text')
    await coach.until(/of 900 tokens/)
    coach.press('e')
    await coach.until('of 40 words')
    coach.press(' @include')
    await coach.until('A bare @word')
    coach.press(KEY.enter)
    await coach.until('Not saved.')
    coach.press('\x15', 'NEVER eval a formula: it runs as code. Use `Number`.')
    await coach.until('Nothing is wrong with it')
    coach.press(KEY.enter)
    await coach.until('Changed.')
    coach.press('s')
    await coach.until('Where it applies')
    coach.press('\x15', 'web/**, gone/**')
    await coach.until('web/** 2 files')
    await coach.until('this glob matches nothing')
    coach.press(KEY.enter)
    await coach.until('applies there')
    coach.press('p')
    await coach.until('Promoted.')
    coach.press('u')
    await coach.until('Taken back: promoted')
    expect(rules().every((rule: { status: string }) => rule.status === 'candidate')).toBe(true)
    coach.press('p')
    await coach.until('Promoted.')
    coach.resize(50, 15)
    coach.press('v')
    await coach.until('Nothing is written yet')
    coach.resize(120, 40)
    await coach.until('+ - NEVER eval a formula')
    expect(project.git('status', '--short')).not.toContain('AGENTS.md')
    coach.press('w')
    await coach.until('# Shop')
    coach.press(KEY.enter)
    await coach.until('git status --short shows:')
    expect(coach.text()).toMatch(/(?:M|\?\?) \S*(?:AGENTS|guardrail-coach)\S*/)
    coach.press('q')
    expect(await coach.ended()).toBe(0)
    const text = project.git('ls-files', '--modified', '--others', '--exclude-standard')
    const written = text.split('\n').filter(path => /AGENTS\.md|\.claude\/rules/.test(path))
    expect(written.length).toBeGreaterThan(0)
    for (const path of written) expect(project.read(path)).toContain('NEVER eval a formula: it runs as code.')
  })

  test('a retired rule is restored, and a block edited by hand goes back into the rules', async () => {
    const { project, config, run, rules } = shopWithRules()
    const coach = await startCoach(project, { args: ['rules'], config, columns: 120, rows: 40 })
    await coach.until('NEVER evaluate text')
    coach.press('r')
    await coach.until('Why is it retired?')
    coach.press('the linter does it', KEY.enter)
    await coach.until('Retired.')
    coach.press('r')
    await coach.until('It is a candidate again')
    coach.press('p')
    await coach.until('Promoted.')
    coach.press('v')
    await coach.until('Nothing is written yet')
    coach.press(KEY.enter)
    await coach.until('Written:')
    coach.press('q')
    expect(await coach.ended()).toBe(0)

    const { files } = JSON.parse(run(['sync', '--dry-run', '--json']).stdout)
    for (const { path } of files)
      project.write(path, project.read(path).replace('NEVER evaluate text', 'NEVER ever evaluate text'))
    const again = await startCoach(project, { args: ['rules', 'review'], config })
    await again.until(/of 900 tokens/)
    again.press('v')
    await again.until('edited by hand')
    again.press('t')
    await again.until('The edit is in the rules now')
    again.press('q')
    expect(await again.ended()).toBe(0)
    const edited = rules().find((rule: { text: string }) => rule.text.startsWith('NEVER ever evaluate'))
    expect(edited.status).toBe('promoted')
  })
})

test('the same on plain lines through a pipe: promote, write, and git status tells', {
  timeout: PATIENCE,
}, () => {
  const { project, run, rules } = shopWithRules()
  const refused = run(['rules', 'review', '--plain'], '1\n1\n1\n2\nq\n')
  expect([refused.status, refused.stdout.includes('No rule was changed.')]).toEqual([0, true])
  const list = refused.stdout
  expect(list).toContain('passed: fires on the old code of the fix')
  const promoted = run(['rules', 'review', '--plain'], '1\n1\n1\n1\nq\n')
  expect(promoted.stdout).toContain('1 decision kept.')
  expect(rules().filter((rule: { status: string }) => rule.status === 'promoted')).toHaveLength(1)
  const files = run(['rules', 'review', '--plain'], '5\nq\n').stdout
  const number = /^ {2}(\d+) {2}write the /m.exec(files)?.[1] ?? ''
  const written = run(['rules', 'review', '--plain'], `5\n${number}\n1\n`)
  expect(written.stderr).toBe('')
  expect(written.stdout).toContain('git status --short shows:')
  expect(written.stdout).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/)
  expect(run(['sync', '--check']).status).toBe(0)
  expect(project.git('status', '--short')).toMatch(/AGENTS\.md|\.claude/)
})
