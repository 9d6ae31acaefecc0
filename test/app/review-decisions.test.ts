import { describe, expect, test } from 'vitest'
import { openProjectStore } from '../../source/adapters/store-project/open-project-store.js'
import { createWorkspace } from '../../source/adapters/workspace-fs/create-workspace.js'
import { applySync } from '../../source/app/apply-sync.js'
import { decideRule } from '../../source/app/decide-rule.js'
import { lookForPlaces } from '../../source/app/look-for-places.js'
import { planSync } from '../../source/app/plan-sync.js'
import { reviewFacts } from '../../source/app/review-facts.js'
import { takeBackChange } from '../../source/app/take-back-change.js'
import type { LearnedRule } from '../../source/core/learned-rule/learned-rule.js'
import type { BaseGuardrail } from '../../source/ports/content.js'
import { createFakeToolbox } from '../support/fake-toolbox.js'
import { messageOf, take } from '../support/results.js'
import { aRule } from '../support/session.js'
import { createTempFolder, createTempProject } from '../support/temp-project.js'

const EVAL = aRule({
  id: 'aaaaaaaaaaaaaaaa',
  anchors: ['eval'],
  evidence: [],
  detector: { kind: 'shipped-rule', ruleId: 'fake/eval' },
})
const TWIN = aRule({ id: 'bbbbbbbbbbbbbbbb', anchors: ['Function'], evidence: [], scope: ['web/**'] })
const BASE: BaseGuardrail = {
  id: 'base-1',
  weakness: 'code-injection',
  text: 'NEVER hand strings to `setTimeout`: they run. Use a function.',
  scope: [],
  packages: [],
  languages: [],
}

function toolbox(
  rules: readonly LearnedRule[] = [EVAL, TWIN],
  files: Readonly<Record<string, string>> = {},
  base: readonly BaseGuardrail[] = [BASE],
) {
  const tools = createFakeToolbox({ files, records: { rules } })
  return { ...tools, content: { ...tools.content, baseGuardrails: async () => base } }
}

const ruleOf = async (tools: ReturnType<typeof toolbox>, id: string) =>
  (await tools.store.load()).rules.find(rule => rule.id === id) ?? null

describe('a decision', () => {
  test('of every kind can be taken back, and the store is then as it was', async () => {
    for (const decision of [
      { kind: 'promote', rule: EVAL, isSentenceAlone: false, arePlacesConfirmed: false },
      { kind: 'promote', rule: EVAL, isSentenceAlone: true, arePlacesConfirmed: false },
      { kind: 'edit', rule: EVAL, text: 'NEVER call `eval`: it runs.' },
      { kind: 'scope', rule: EVAL, globs: ['api/**'] },
      { kind: 'retire', rule: EVAL, reason: 'linter' },
      { kind: 'merge', keep: EVAL, drop: TWIN },
      { kind: 'merge', keep: TWIN, drop: EVAL },
    ] as const) {
      const tools = toolbox()
      const change = take(await decideRule(tools, decision))
      expect([decision.kind, await tools.store.load()]).not.toMatchObject([
        decision.kind,
        { rules: [EVAL, TWIN] },
      ])
      take(await takeBackChange(tools, change))
      const { rules } = await tools.store.load()
      expect([decision.kind, [...rules].sort((a, b) => (a.id < b.id ? -1 : 1))]).toEqual([
        decision.kind,
        [EVAL, TWIN],
      ])
    }
  })

  test('that somebody else decided on since is not taken back, and nothing is written', async () => {
    const tools = toolbox()
    const change = take(await decideRule(tools, { kind: 'retire', rule: EVAL, reason: 'linter' }))
    const theirs = { ...EVAL, text: 'NEVER call `eval`: their words.' }
    await tools.store.saveRule(theirs)
    expect(messageOf(await takeBackChange(tools, change))).toContain('changed by somebody else')
    expect(await ruleOf(tools, EVAL.id)).toEqual(theirs)
  })

  test('a retired rule of an earlier session is put back among the candidates', async () => {
    const tools = toolbox([{ ...EVAL, status: 'retired', reason: 'linter' }])
    take(await decideRule(tools, { kind: 'restore', rule: EVAL }))
    expect(await ruleOf(tools, EVAL.id)).toEqual(EVAL)
    expect((await decideRule(tools, { kind: 'restore', rule: EVAL })).ok).toBe(false)
  })
})

test('a learned pattern that fires on code known to be fine is not promoted, its sentence may be', async () => {
  const rule = aRule({
    ...EVAL,
    detector: { kind: 'pattern', language: 'javascript', rule: { pattern: 'run($A)' } },
  })
  const tools = toolbox([rule])
  const samples = [{ family: 'javascript', vulnerable: '', fixed: 'run(1)' }]
  const content = { ...tools.content, lessons: async () => [{ samples }] as never }
  const syntax = { parse: async () => null, match: async () => [{ start: 0, end: 3, captures: {} }] } as never
  const promote = (isSentenceAlone: boolean) =>
    decideRule(
      { ...tools, content, syntax },
      { kind: 'promote', rule, isSentenceAlone, arePlacesConfirmed: true },
    )
  expect(messageOf(await promote(false))).toContain('fires on 1 piece of code that is known to be fine')
  expect(await ruleOf(tools, rule.id)).toEqual(rule)
  expect(take(await promote(true)).after).toMatchObject([{ status: 'promoted', detector: { kind: 'none' } }])
})

describe('what is known of a rule', () => {
  test('is its score, its base lines and what promoting it does to a full block', async () => {
    const tools = toolbox([EVAL, { ...TWIN, status: 'promoted' }])
    await tools.store.saveConfig({
      schemaVersion: 1,
      targets: [],
      engine: 'builtin',
      exclude: [],
      budget: { rules: 2, tokens: 900 },
    })
    const { facts, files } = await reviewFacts(tools)
    expect(facts[TWIN.id]?.outlook).toMatchObject({ fits: true, dropsOut: [] })
    expect(facts[EVAL.id]?.base.map(one => [one.line.id, one.kind])).toEqual([['base-1', 'replaced']])
    expect(facts[EVAL.id]?.score).toBeGreaterThan(0)
    expect(facts[EVAL.id]?.outlook).toMatchObject({ fits: true })
    expect(files).toEqual([])
  })

  test('is that a promoted rule has no room where better scored lines fill the block', async () => {
    const weak = aRule({
      ...TWIN,
      severity: 'low',
      status: 'promoted',
      text: 'NEVER print names of strangers: browsers obey them. Use escaping.',
    })
    const tools = toolbox([weak, { ...EVAL, status: 'promoted' }])
    const budget = { rules: 1, tokens: 900 }
    await tools.store.saveConfig({ schemaVersion: 1, targets: [], engine: 'builtin', exclude: [], budget })
    const { facts } = await reviewFacts(tools)
    expect(facts[weak.id]?.outlook).toMatchObject({ fits: false })
    expect(facts[EVAL.id]?.outlook).toMatchObject({ fits: true })
  })

  test('promoting is foretold exactly: the block after it is the one that was shown', async () => {
    const tools = toolbox([EVAL, TWIN])
    const before = (await reviewFacts(tools)).facts[EVAL.id]?.outlook
    take(
      await decideRule(tools, {
        kind: 'promote',
        rule: EVAL,
        isSentenceAlone: false,
        arePlacesConfirmed: false,
      }),
    )
    const { budget } = take(await planSync(tools))
    expect(before).toMatchObject({ rules: budget.rules, tokens: budget.tokens })
  })

  test('places of a shipped rule leave exempt findings out', async () => {
    const tools = toolbox([EVAL], { 'a.js': 'eval(x)\n', 'scripts/b.js': 'eval(y)\n' })
    expect((await lookForPlaces(tools, [EVAL]))[EVAL.id]?.places).toHaveLength(2)
    await tools.store.saveExemption({
      schemaVersion: 1,
      id: 'e1',
      fingerprint: '',
      ruleId: '',
      weakness: 'code-injection',
      path: '',
      paths: ['scripts/**'],
      kind: 'accepted-risk',
      reason: 'not production',
      owner: 'Ada',
      expires: '',
    })
    expect((await lookForPlaces(tools, [EVAL]))[EVAL.id]?.places).toEqual([{ path: 'a.js', line: 1 }])
  })

  test('places of a learned pattern come with their line, secrets cut', async () => {
    const rule = aRule({
      anchors: ['run'],
      detector: { kind: 'pattern', language: 'javascript', rule: { pattern: 'run($A)' } },
    })
    const text = 'const a = 1\n  run("password", { password: "hunter2hunter2" })\n'
    const tools = toolbox([rule], { 'a.js': text, 'b.py': 'run(1)\n' })
    const syntax = {
      parse: async () => null,
      match: async (_: string, code: string) => {
        const start = code.indexOf('run(')
        return start < 0 ? [] : [{ start, end: start + 3, captures: {} }]
      },
    }
    const found = await lookForPlaces({ ...tools, syntax } as never, [rule])
    const [place] = found[rule.id]?.places ?? []
    expect(place).toMatchObject({ path: 'a.js', line: 2 })
    expect(place?.code).toMatch(/^run\(/)
    expect(place?.code).not.toContain('hunter2')
  })
})

describe('a block that was edited by hand', () => {
  const promoted: LearnedRule = { ...EVAL, status: 'promoted', scope: ['web/**'] }

  async function edited(change: (text: string) => string) {
    const tools = toolbox([promoted])
    take(await applySync(tools, take(await planSync(tools))))
    const file = take(await tools.workspace.read('AGENTS.md'))
    take(await tools.workspace.write('AGENTS.md', change(file.text), file.hash))
    const plan = take(await planSync(tools))
    const [edit] = plan.handEdits
    if (!edit) throw new Error('no edit by hand was seen')
    return { tools, edit }
  }

  test('goes into the rules: a new wording becomes the rule’s own, and the file is then written again', async () => {
    const { tools, edit } = await edited(text =>
      text.replace('NEVER run text as code', 'NEVER ever run text as code'),
    )
    const change = take(await decideRule(tools, { kind: 'take-over', edit }))
    expect(change.after).toHaveLength(1)
    expect(await ruleOf(tools, EVAL.id)).toMatchObject({
      edited: true,
      text: expect.stringContaining('NEVER ever'),
    })
    const plan = take(await planSync(tools))
    expect(plan.handEdits).toEqual([])
    take(await takeBackChange(tools, change))
    expect(await ruleOf(tools, EVAL.id)).toEqual(promoted)
  })

  test('a deleted line retires its rule, with the file as the reason', async () => {
    const { tools, edit } = await edited(text => text.replace(/^- NEVER run text.*\n/m, ''))
    take(await decideRule(tools, { kind: 'take-over', edit }))
    expect(await ruleOf(tools, EVAL.id)).toMatchObject({
      status: 'retired',
      reason: 'Its line was deleted by hand from AGENTS.md.',
    })
  })

  test('an injected wording is refused, and the rule is as it was', async () => {
    const { tools, edit } = await edited(text =>
      text.replace('NEVER run text as code: it', 'NEVER run text as code @~/secrets: it'),
    )
    expect((await decideRule(tools, { kind: 'take-over', edit })).ok).toBe(false)
    expect(await ruleOf(tools, EVAL.id)).toEqual(promoted)
  })

  test('is written over only in the file whose edit a person gave up', async () => {
    const { tools } = await edited(text =>
      text.replace('## Security guardrails', '## Security guardrails\n- mine'),
    )
    expect(take(await planSync(tools, { dropEdits: ['CLAUDE.md'] })).changes).toEqual([])
    const plan = take(await planSync(tools, { dropEdits: ['AGENTS.md'] }))
    expect(plan.handEdits).toEqual([])
    take(await applySync(tools, plan))
    expect(take(await tools.workspace.read('AGENTS.md')).text).not.toContain('- mine')
  })
})

test('two branches that fixed, reworded, scoped, merged and retired merge without a conflict', async () => {
  const project = createTempProject({ 'a.js': '' })
  const open = async () => {
    const workspace = take(await createWorkspace(project.root, { state: createTempFolder() }))
    return { ...createFakeToolbox(), workspace, store: openProjectStore(workspace) }
  }
  const rule = (id: string, weakness: string) => aRule({ id, weakness, anchors: [weakness], evidence: [] })
  const start = ['a', 'b', 'c', 'd'].map(letter => rule(letter.repeat(16), letter))
  const first = await open()
  for (const one of start) take(await first.store.saveRule(one))
  project.commitAll()
  const [a, b, c, d] = start
  if (!a || !b || !c || !d) throw new Error('no rules')

  project.git('checkout', '-q', '-b', 'ada')
  const ada = await open()
  take(await decideRule(ada, { kind: 'edit', rule: a, text: 'NEVER do a: Ada says so.' }))
  take(await decideRule(ada, { kind: 'retire', rule: b, reason: 'linter' }))
  take(await ada.store.saveRule(rule('e'.repeat(16), 'e')))
  project.git('add', '-A')
  project.git('commit', '-q', '-m', 'ada')

  project.git('checkout', '-q', '-b', 'bob', 'main')
  const bob = await open()
  take(await decideRule(bob, { kind: 'scope', rule: a, globs: ['web/**'] }))
  take(await decideRule(bob, { kind: 'promote', rule: c, isSentenceAlone: false, arePlacesConfirmed: false }))
  take(await bob.store.saveRule(rule('f'.repeat(16), 'f')))
  const twin = { ...rule('9'.repeat(16), 'd'), anchors: ['other'] }
  take(await bob.store.saveRule(twin))
  take(await decideRule(bob, { kind: 'merge', keep: d, drop: twin }))
  project.git('add', '-A')
  project.git('commit', '-q', '-m', 'bob')
  project.git('merge', '-q', 'ada', '-m', 'merge')

  const { rules, problems } = await (await open()).store.load()
  expect(problems).toEqual([])
  const by = (id: string) => rules.find(one => one.id === id.repeat(16))
  expect(by('a')).toMatchObject({ text: 'NEVER do a: Ada says so.', edited: true, scope: ['web/**'] })
  expect(by('b')).toMatchObject({ status: 'retired', reason: 'linter' })
  expect(by('c')).toMatchObject({ status: 'promoted' })
  expect(by('d')).toMatchObject({ anchors: ['d', 'other'] })
  expect([by('e')?.status, by('f')?.status, by('9')]).toEqual(['candidate', 'candidate', undefined])
})

describe('a merge that leaves a conflict in our block', () => {
  const promoted = (letter: string) =>
    aRule({
      id: letter.repeat(16),
      weakness: letter,
      anchors: [letter],
      evidence: [],
      status: 'promoted',
      text: `NEVER do ${letter}${letter}${letter}: it breaks ${letter}. Use other${letter}.`,
      scope: [`${letter}/**`],
    })

  /** Two branches that each promoted a rule and synced, merged with git; `more` changes what Bob wrote besides. */
  async function conflict(more: (text: string) => string = text => text) {
    const project = createTempProject({ 'a.js': '', 'AGENTS.md': '# Ours\n\nOur own words.\n' })
    const open = async () => {
      const workspace = take(await createWorkspace(project.root, { state: createTempFolder() }))
      return { ...createFakeToolbox(), workspace, store: openProjectStore(workspace) }
    }
    const write = async (rule: LearnedRule) => {
      const tools = await open()
      take(await tools.store.saveRule(rule))
      take(await applySync(tools, take(await planSync(tools))))
    }
    await write(promoted('a'))
    project.commitAll()
    project.git('checkout', '-q', '-b', 'ada')
    await write(promoted('b'))
    project.git('add', '-A')
    project.git('commit', '-q', '-m', 'ada')
    project.git('checkout', '-q', '-b', 'bob', 'main')
    await write(promoted('c'))
    project.write('AGENTS.md', more(project.read('AGENTS.md')))
    project.git('add', '-A')
    project.git('commit', '-q', '-m', 'bob')
    expect(() => project.git('merge', '-q', 'ada', '-m', 'merge')).toThrow()
    expect(project.git('diff', '--name-only', '--diff-filter=U').trim()).toBe('AGENTS.md')
    return { project, tools: await open() }
  }

  test('is settled by the next sync: the block is written from the rules of both', async () => {
    const { project, tools } = await conflict()
    const plan = take(await planSync(tools))
    expect(plan.refusals).toEqual([])
    take(await applySync(tools, plan))
    const text = project.read('AGENTS.md')
    expect(text).not.toMatch(/^[<=>]{7}/m)
    expect(text).toMatch(/^# Ours\n\nOur own words\.\n/)
    for (const letter of ['a', 'b', 'c']) expect(text).toContain(promoted(letter).text)
    const again = take(await planSync(tools))
    expect([again.changes, again.handEdits, again.refusals]).toEqual([[], [], []])
  })

  test('is left to a person when somebody’s own line stands in the block', async () => {
    const { project, tools } = await conflict(text =>
      text.replace('- NEVER do ccc', '- NEVER my own line.\n- NEVER do ccc'),
    )
    const before = project.read('AGENTS.md')
    const plan = take(await planSync(tools))
    expect(plan.changes).toEqual([])
    expect(plan.refusals).toMatchObject([
      { path: 'AGENTS.md', reason: expect.stringContaining('unfinished merge') },
    ])
    expect(project.read('AGENTS.md')).toBe(before)
  })
})
