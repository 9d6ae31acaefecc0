import { describe, expect, test } from 'vitest'
import { runPlainReview } from '../../../source/commands/plain-review/run-plain-review.js'
import { rulesCommand } from '../../../source/commands/rules.js'
import type { LearnedRule } from '../../../source/core/learned-rule/learned-rule.js'
import { createFakeIo } from '../../support/fake-io.js'
import { createFakeToolbox } from '../../support/fake-toolbox.js'
import { runCommand } from '../../support/run-command.js'
import { aRule } from '../../support/session.js'

const EVAL = aRule({
  id: 'aaaaaaaaaaaaaaaa',
  anchors: ['eval'],
  evidence: [],
  detector: { kind: 'shipped-rule', ruleId: 'fake/eval' },
})
const TWIN = aRule({
  id: 'bbbbbbbbbbbbbbbb',
  status: 'promoted',
  evidence: [],
  text: 'NEVER run text: it runs. Use `x`.',
})
const FILES = { 'web/a.js': 'eval(x)\n', 'AGENTS.md': '# Ours\n' }

async function review(
  answers: readonly string[],
  rules: readonly LearnedRule[] = [EVAL],
  ports: NonNullable<Parameters<typeof createFakeToolbox>[0]>['ports'] = {},
) {
  const tools = createFakeToolbox({ files: FILES, records: { rules }, ports })
  const io = createFakeIo()
  const left = [...answers]
  const lines = { next: async () => left.shift() ?? null, close: () => {} }
  const result = await runPlainReview({ tools, io }, lines)
  const stored = async (id = EVAL.id) => (await tools.store.load()).rules.find(rule => rule.id === id)
  return { tools, io, result, stored, out: io.stdout() }
}

/** From the start to the menu of the first rule. */
const RULE = ['1', '1']

describe('a rule', () => {
  test('is read with its gates, its places and its cost before anything is decided', async () => {
    const { out, stored } = await review([...RULE, 'q'])
    expect(out).toContain('1 learned rule, 1 to review.')
    expect(out).toContain('passed: fires on the code it came with')
    expect(out).toContain('passed: matches 1 more place, each an open finding')
    expect(out).toContain('  web/a.js:1')
    expect(out).toContain('with it the block has 1 rule')
    expect(await stored()).toEqual(EVAL)
  })

  test('is promoted after a numbered yes, and not after a no', async () => {
    expect(await (await review([...RULE, '1', '2', 'q'])).stored()).toEqual(EVAL)
    const { stored, out } = await review([...RULE, '1', '1', 'q'])
    expect(await stored()).toMatchObject({ status: 'promoted' })
    expect(out).toContain('1 decision kept.')
  })

  test('whose detector does not hold says why, and only its sentence can be promoted', async () => {
    const rule = { ...EVAL, gate: { firesOnBefore: true, silentOnAfter: false } }
    const { stored, out } = await review([...RULE, '1', '1', 'q'], [rule])
    expect(out).toContain('Its detector still fires on the fixed code.')
    expect(out).toContain('  1  promote the sentence alone, without its detector')
    expect(await stored()).toMatchObject({ status: 'promoted', detector: { kind: 'none' } })
  })

  test('is reworded only with a sentence that can be written; what is refused is asked for again', async () => {
    const { stored, out } = await review([
      ...RULE,
      '3',
      'NEVER @load this',
      'NEVER call `eval`: it runs.',
      '1',
      'q',
    ])
    expect(out).toContain('Refused: A bare @word makes some assistants load a file')
    expect(await stored()).toMatchObject({ text: 'NEVER call `eval`: it runs.', edited: true })
  })

  test('is scoped with globs that say what they match; one that leaves the project is not saved', async () => {
    const { stored, out } = await review([...RULE, '4', '../x', '4', 'web/**, gone/**', '1', 'q'])
    expect(out).toContain('Not saved.')
    expect(out).toContain('  web/**: 1 file\n  gone/**: no file: this glob matches nothing')
    expect(await stored()).toMatchObject({ scope: ['gone/**', 'web/**'] })
  })

  test('is retired with a reason, and everything is taken back in turn', async () => {
    const { stored, out } = await review([...RULE, '5', 'a linter does it', '1', '6', '8', '2', 'q'])
    expect(out).toContain('Done: retired.')
    expect(out).toContain('take back what was done last: retired')
    expect(out).toContain('Taken back: retired.')
    expect(await stored()).toEqual(EVAL)
  })

  test('is merged after both and the outcome were shown', async () => {
    const { stored, out } = await review([...RULE, '5', '1', '2', '1', 'q'], [EVAL, TWIN])
    expect(out).toContain('What would be left:\n  sentence: NEVER run text: it runs. Use `x`.')
    expect(await stored()).toBeUndefined()
    expect(await stored(TWIN.id)).toMatchObject({ anchors: ['eval'] })
  })

  test('learned here that matches elsewhere asks whether those places are mistakes too', async () => {
    const rule = aRule({
      ...EVAL,
      detector: { kind: 'pattern', language: 'javascript', rule: { pattern: 'eval($A)' } },
    })
    const syntax = {
      parse: async () => null,
      match: async () => [{ start: 0, end: 4, captures: {} }],
    } as never
    const fine = await review([...RULE, '1', '2', 'q'], [rule], { syntax })
    expect(fine.out).toContain('also matches:\n  web/a.js:1\n    eval(x)')
    expect(await fine.stored()).toMatchObject({ status: 'promoted', detector: { kind: 'none' } })
    const mistakes = await review([...RULE, '1', '1', 'q'], [rule], { syntax })
    expect(await mistakes.stored()).toMatchObject({ status: 'promoted', detector: { kind: 'pattern' } })
    expect(await (await review([...RULE, '1', '3', 'q'], [rule], { syntax })).stored()).toEqual(rule)
  })
})

describe('the list', () => {
  test('is filtered by state and by words, and sorted', async () => {
    const { out } = await review(['2', '3', '1', '1', '6', '4', '2', '1', 'q'], [EVAL, TWIN])
    expect(out).toContain('look at a rule: promoted only, by state')
    expect(out).toContain('Which rule? 1, or q to go back')
    expect(out).toContain('NEVER run text: it runs. Use `x`.\npromoted')
    const words = await review(['3', 'nothing like it', '1', 'q'], [EVAL])
    expect(words.out).toContain('No rule is like that.')
  })

  test('without rules still shows the files', async () => {
    const { out } = await review(['1', 'q'], [])
    expect(out).toContain('There is no learned rule yet.')
    expect(out).toContain('AGENTS.md: would change')
  })
})

describe('the files', () => {
  const PROMOTED: LearnedRule = { ...EVAL, status: 'promoted' }

  test('are written only after their diff and a yes, and git status tells of them', async () => {
    const git = {
      ...createFakeToolbox().git,
      status: async () => [{ code: ' M', path: 'AGENTS.md' }],
    }
    const refused = await review(['5', '2', '2', 'q'], [PROMOTED])
    expect(refused.out).toContain('+- NEVER run text as code')
    expect(refused.tools.workspace.files.get('AGENTS.md')).toBe('# Ours\n')
    const { tools, out } = await review(['5', '2', '1', 'q'], [PROMOTED], { git })
    expect(out.indexOf('+- NEVER run text')).toBeLessThan(out.indexOf('Write this file?'))
    expect(out).toContain('updated AGENTS.md\n\ngit status --short shows:\n M AGENTS.md')
    expect(tools.workspace.files.get('AGENTS.md')).toContain('NEVER run text as code')
  })

  test('edited by hand offer their edit back; dropping it still needs the diff and a yes', async () => {
    const written = await review(['5', '2', '1', 'q'], [PROMOTED])
    const text = written.tools.workspace.files.get('AGENTS.md') ?? ''
    const edited = text.replace('NEVER run', 'NEVER ever run')
    const tools = createFakeToolbox({
      files: { ...FILES, 'AGENTS.md': edited },
      records: { rules: [PROMOTED] },
    })
    const run = async (answers: string[]) => {
      const io = createFakeIo()
      const lines = { next: async () => answers.shift() ?? null, close: () => {} }
      await runPlainReview({ tools, io }, lines)
      return io.stdout()
    }
    const dropped = await run(['5', '1', '2', '2', '2', 'q'])
    expect(dropped).toContain('AGENTS.md: edited by hand, left alone')
    expect(dropped).toContain('-- NEVER ever run text as code')
    expect(tools.workspace.files.get('AGENTS.md')).toBe(edited)
    expect(await run(['5', '1', '1', 'q'])).toContain('Done: taken over from AGENTS.md.')
    expect((await tools.store.load()).rules[0]).toMatchObject({
      edited: true,
      text: expect.stringMatching(/^NEVER ever/),
    })
  })
})

test('the end of the input and answers that fit nothing stop without a decision', async () => {
  const { result, out, stored } = await review([...RULE, 'x', '99', ''])
  expect(result.exitCode).toBe(0)
  expect(out).toContain('No rule was changed.')
  expect(await stored()).toEqual(EVAL)
})

test('what rule files and paths hold cannot drive the terminal', async () => {
  const hostile = aRule({
    ...EVAL,
    text: 'NEVER \u001b[2J\u202e x',
    scope: ['\u0007/**'],
    reason: '\u001b]0;x\u0007',
  })
  const { out } = await review([...RULE, 'q'], [hostile])
  expect(out).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f\u202e]/)
})

test('q goes back one step, and stops only at the first question', async () => {
  const { out } = await review([...RULE, 'q', '4', 'q', '5', 'q', 'q', '1', '1', '1', '1'])
  expect(out.match(/What now\? 1–5, or q to stop/g)).toHaveLength(4)
  expect(out).toContain('No rule was changed.')
})

test('a screen reader gets the list as JSON when it asks for it', async () => {
  const tools = createFakeToolbox()
  const io = { ...createFakeIo(), plain: 'screen-reader' as const }
  const setting = { paths: [], cwd: '/project', version: '0.0.0' }
  const run = await rulesCommand.run({ ...setting, tools, io, values: { json: true }, positionals: [] })
  expect([run.exitCode, JSON.parse(io.stdout())]).toEqual([0, { schemaVersion: 1, rules: [] }])
})

test('review opens the screen at a terminal, plain lines with --plain, and has no JSON', async () => {
  const { screen } = rulesCommand
  expect(screen?.({ values: {}, positionals: [] })).toBe('rules')
  expect(screen?.({ values: {}, positionals: ['review'] })).toBe('rules')
  expect(screen?.({ values: { plain: true }, positionals: ['review'] })).toBeNull()
  expect(screen?.({ values: {}, positionals: ['list'] })).toBeNull()
  const run = await runCommand(rulesCommand, createFakeToolbox(), ['review', '--json'])
  expect(run.exitCode).toBe(2)
})
