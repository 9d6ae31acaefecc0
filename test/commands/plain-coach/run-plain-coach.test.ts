import { expect, test } from 'vitest'
import { createFsrsScheduler } from '../../../source/adapters/scheduler-fsrs/fsrs-scheduler.js'
import { runPlainCoach } from '../../../source/commands/plain-coach/run-plain-coach.js'
import { succeed } from '../../../source/core/problem.js'
import { createFakeIo } from '../../support/fake-io.js'
import { createFakeToolbox, type FakeToolboxOptions } from '../../support/fake-toolbox.js'
import { createMemoryPersonal } from '../../support/memory-stores.js'
import { sampleCard, sampleLesson } from '../../support/quiz-samples.js'
import { sampleReview } from '../../support/sample-reviews.js'

const FILE = 'const express = require("express")\nrun(eval(request.query.text))\n'

async function coach(
  answers: readonly string[],
  files: Record<string, string> = { 'app.js': FILE },
  ports: NonNullable<FakeToolboxOptions['ports']> = {},
) {
  const tools = createFakeToolbox({ files, ports })
  const io = createFakeIo()
  const left = [...answers]
  const lines = { next: async () => left.shift() ?? null, close: () => {} }
  const result = await runPlainCoach({ tools, paths: [], io, cwd: '/project', version: '0.0.0' }, lines)
  return { tools, io, result, text: async () => (await tools.workspace.read('app.js')).ok }
}

test('a whole session on numbered lines: start, see, fix, keep the rule', async () => {
  const { tools, io, result } = await coach(['1', '2', '1', '1', '1', 'input comes from outside'])
  expect(result.exitCode).toBe(0)
  expect(tools.workspace.files.get('app.js')).toContain('run(JSON.parse(request.query.text))')
  const { remediations, rules } = await tools.store.load()
  expect(remediations).toHaveLength(1)
  expect(rules[0]?.status).toBe('candidate')
  expect(io.stdout()).toContain('> 2  run(eval(request.query.text))')
  expect(io.stdout()).toContain('1 finding fixed, 0 exempt, 0 left for later.')
})

test('without a yes nothing is written', async () => {
  const { tools, io } = await coach(['1', '2', '1', '2', 'q'])
  expect(tools.workspace.files.get('app.js')).toBe(FILE)
  expect(io.stdout()).toContain('- run(eval(request.query.text))')
  expect((await tools.store.load()).remediations).toEqual([])
})

test('a fix that does not mend anything is refused and said why', async () => {
  const { tools, io } = await coach(['1', '2', '2', '1', 'q'])
  expect(tools.workspace.files.get('app.js')).toBe(FILE)
  expect(io.stdout()).toContain('Tried: parses, finding still there.')
  expect(io.stdout()).toContain('The finding is still there after this fix.')
})

test('the end of input and answers that fit nothing stop the session without a write', async () => {
  const { tools, io } = await coach(['nine', '99', '1', 'zzz'])
  expect(tools.workspace.files.get('app.js')).toBe(FILE)
  expect(io.stdout()).toContain('0 findings fixed')
})

test('a fix can be taken back at once', async () => {
  const { tools } = await coach(['1', '2', '1', '1', '3', 'q'])
  expect(tools.workspace.files.get('app.js')).toBe(FILE)
})

test('an exemption needs its kind and reason', async () => {
  const { tools } = await coach(['1', '4', '1', 'the text comes from our own table'])
  expect((await tools.store.load()).exemptions[0]).toMatchObject({
    kind: 'false-positive',
    reason: 'the text comes from our own table',
  })
})

test('code and file names of the project are made harmless on the lines', async () => {
  const { io } = await coach(['1', 'q'], { 'app.js': 'eval("\u001b]0;owned\u0007\u202e")\n' })
  expect(io.stdout()).not.toMatch(/[\u001b\u0007\u202e]/)
})

test('a lesson shows the developer’s own line, and lesson and first fix feed the quiz', async () => {
  const lesson = sampleLesson('code-injection', 'A05:2025', ['choose-the-fix'])
  const content = {
    weaknesses: async () => [],
    lesson: async () => lesson,
    lessons: async () => [lesson],
    baseGuardrails: async () => [],
  }
  const { tools, io } = await coach(
    ['1', '1', '1', '2', '1', '1', '2'],
    { 'app.js': FILE },
    { content, scheduler: createFsrsScheduler() },
  )
  expect(io.stdout()).toContain('Yours, app.js:2:\n  - run(eval(request.query.text))')
  expect(io.stdout()).toContain('Fix:\n  + good()')
  expect(io.stdout()).toContain('Check: Prompt of ')
  const reviews = await tools.personal.reviews()
  expect(reviews.map(review => review.source)).toEqual(['lesson', 'fix'])
  expect(reviews[0]?.card).toBe('code-injection/javascript')
  expect(reviews.map(review => review.grade === null)).toEqual([false, true])
})

test('a line that may be the developer’s own new one is asked about, and their word lowers the card', async () => {
  const card = sampleCard('code-injection', { lastReview: '2026-11-20T09:00:00.000Z' })
  const personal = createMemoryPersonal()
  await personal.saveReview(sampleReview(card))
  const git = {
    ...createFakeToolbox().git,
    state: async () => ({ isRepository: true, branch: 'main', dirty: true, user: 'Ada' }),
  }
  const scheduler = createFsrsScheduler()
  const { io } = await coach(['1', '1', 'q'], { 'app.js': FILE }, { personal, git, scheduler })
  expect(io.stdout()).toContain('Who wrote this line since you last answered it?')
  expect((await personal.reviews()).at(-1)).toMatchObject({ source: 'finding', grade: 'again', ok: false })
  const again = await coach(['1', 'q'], { 'app.js': FILE }, { personal, git, scheduler })
  expect(again.io.stdout()).not.toContain('Who wrote this line')
})

test('an own edit is checked when Enter says that it is saved, and is kept in any case', async () => {
  const tools = createFakeToolbox({ files: { 'app.js': FILE } })
  const edits = ['run(eval(text))\n', 'run(JSON.parse(request.query.text))\n']
  const answers = ['1', '2', '6', 'Enter', 'Enter', '2']
  const io = createFakeIo()
  const lines = {
    next: async () => {
      const answer = answers.shift() ?? null
      if (answer !== 'Enter') return answer
      const now = await tools.workspace.read('app.js')
      if (now.ok) await tools.workspace.write('app.js', edits.shift() ?? '', now.value.hash)
      return ''
    },
    close: () => {},
  }
  await runPlainCoach({ tools, paths: [], io, cwd: '/project', version: '0.0.0' }, lines)
  expect(io.stdout()).toContain('The finding is still there. Your edit stays in the file.')
  expect(io.stdout()).toContain('1 finding fixed')
  expect(tools.workspace.files.get('app.js')).toBe('run(JSON.parse(request.query.text))\n')
})

test('an assistant is offered where one is installed; its prompt is told first and its fix passes the same gate', async () => {
  const prompts: string[] = []
  const assistants: NonNullable<FakeToolboxOptions['ports']>['assistants'] = {
    installed: async () => [{ id: 'claude-code', name: 'Claude Code' }],
    edit: async (_assistant, prompt) => {
      prompts.push(prompt)
      return succeed({ text: FILE.replace('eval(', 'JSON.parse('), otherFiles: ['other.js'] })
    },
  }
  const declined = await coach(['1', '2', '6', '2', 'q'], { 'app.js': FILE }, { assistants })
  expect(declined.io.stdout()).toContain('What leaves this machine')
  expect(declined.io.stdout()).toContain('  Mend one security finding in `app.js`')
  expect(prompts).toEqual([])
  const asked = await coach(['1', '2', '6', '1', '1', '1', ''], { 'app.js': FILE }, { assistants })
  expect(asked.io.stdout()).toContain('Its changes to other.js were left out.')
  expect(asked.tools.workspace.files.get('app.js')).toContain('JSON.parse(')
  expect((await asked.tools.store.load()).remediations[0]?.fixId).toBe('assistant:claude-code')
})

test('the tests of the project are asked about with what they start; red ones can send the fix back', async () => {
  const files = { 'app.js': FILE, 'package.json': '{ "scripts": { "test": "mocha" } }' }
  const ran: (readonly string[])[] = []
  const tests: NonNullable<FakeToolboxOptions['ports']>['tests'] = {
    limitMinutes: 10,
    run: async (words, follow) => {
      ran.push(words)
      follow.onLines(['\u001b[2Jexpected 4'])
      return { how: 'ended', exitCode: 1, durationMs: 1 }
    },
  }
  const later = await coach(['1', '2', '1', '1', '3', '2'], files, { tests })
  expect(later.io.stdout()).toContain('  npm test\n    starts test: mocha')
  expect(ran).toEqual([])
  const red = await coach(['1', '2', '1', '1', '1', '1', 'q'], files, { tests })
  expect(ran).toEqual([['npm', 'test']])
  expect(red.io.stdout()).toContain('  ⟨ESC[2J⟩expected 4\nResult: tests fail, exit code 1.')
  expect(red.tools.workspace.files.get('app.js')).toBe(FILE)
})

const TWO = {
  'app.js': FILE,
  'web/hash.js': 'md5(password)\n',
}

test('the first menu offers everything there is to do, and what needs findings only when there are some', async () => {
  const { io } = await coach(['q'], TWO)
  for (const task of [
    'a session of about',
    'choose a kind',
    'list the findings',
    'quiz',
    'sync',
    'git history',
    'progress',
    'settings',
  ])
    expect(io.stdout()).toContain(task)
  const clean = await coach(['q'], { 'app.js': 'run()\n' })
  expect(clean.io.stdout()).not.toContain('a session of about')
  expect(clean.io.stdout()).toContain('settings')
})

test('the findings are listed, filtered, sorted and opened', async () => {
  const { io } = await coach(['3', '3', 'hash', '3', '3', '1', 'q', 'q', 'q'], TWO)
  const text = io.stdout()
  expect(text).toContain('2 findings, the worst first:')
  expect(text).toContain('1 finding, the worst first, with the words “hash”:')
  expect(text).toMatch(/1 {2}.*, web\/hash\.js, line 1/)
})

test('settings are kept: session length, editor, test command, and the assistants only when they are saved', async () => {
  const { tools, io } = await coach(
    ['9', '1', '4', '2', 'code --wait', '3', 'npm test', '4', '1', 'q', 'q', 'q'],
    TWO,
  )
  expect(await tools.personal.preferences()).toMatchObject({ sessionMinutes: 15, editor: 'code --wait' })
  expect(await tools.personal.testCommand(tools.workspace.root)).toBe('npm test')
  expect((await tools.store.load()).config.targets).toEqual([])
  expect(io.stdout()).toContain('or q to go back without saving')
  const other = await coach(['9', '2', 'code "x', 'q', 'q'], TWO)
  expect(other.io.stdout()).toContain('A quote is left open')
  expect(await other.tools.personal.preferences()).toMatchObject({ editor: '' })
})

test('progress and the guardrail files are told on the same lines, and nothing is written without a numbered yes', async () => {
  const { tools, io } = await coach(['8', '6', '2', '4', 'q', 'q'], TWO)
  expect(io.stdout()).toMatch(/\d findings? open/)
  expect(io.stdout()).toContain('There is no learned rule yet.')
  expect([...tools.workspace.files.keys()].sort()).toEqual(['app.js', 'web/hash.js'])
})

test('a session that was left is taken up at the same finding, and what was set aside stays aside', async () => {
  const personal = createMemoryPersonal()
  await coach(['1', '3', 'q', 'q'], TWO, { personal })
  const again = await coach(['1', 'q', 'q'], TWO, { personal })
  expect(again.io.stdout()).toContain('go on where you stopped')
  const list = await coach(['4', 'q', 'q'], TWO, { personal })
  expect(list.io.stdout()).toContain('set aside for later')
})

test('a save of the file is seen by itself, and what is typed meanwhile answers the next question', async () => {
  const tools = createFakeToolbox({
    files: { 'app.js': FILE },
    ports: {
      watcher: {
        watch: async (path, _known, signal, onSave) => {
          const now = await tools.workspace.read(path)
          if (now.ok)
            await tools.workspace.write(path, 'run(JSON.parse(request.query.text))\n', now.value.hash)
          onSave()
          await new Promise<void>(resolve => signal.addEventListener('abort', () => resolve()))
        },
      },
    },
  })
  const answers = ['1', '2', '6']
  const io = createFakeIo()
  let typeLater: (line: string) => void = () => {}
  const lines = {
    next: async () =>
      answers.shift() ??
      new Promise<string>(resolve => {
        typeLater = resolve
      }),
    close: () => {},
  }
  const done = runPlainCoach({ tools, paths: [], io, cwd: '/project', version: '0.0.0' }, lines)
  await expect.poll(() => io.stdout()).toContain('What your assistants could learn from it')
  expect(io.stdout()).toContain('One way that holds: Parse it as JSON')
  typeLater('2')
  await expect.poll(() => io.stdout().split('What to do').length).toBe(3)
  typeLater('q')
  await done
  expect(io.stdout()).toContain('1 finding fixed')
})

test('the same fix goes to all places that were taken in, and a fix can be taken back later', async () => {
  const files = { 'app.js': FILE, 'web/b.js': 'go(eval(b))\n', 'web/c.js': 'go(eval(c))\n' }
  // Fix 1, all alike; the first in, the second out, the third in; yes; keep; then the list of fixes, the first, yes.
  const { tools, io } = await coach(
    ['1', '2', '1', '3', '1', '2', '1', '1', '1', 'q', '10', '1', '1', 'q', 'q'],
    files,
  )
  expect(io.stdout()).toContain('Place 1 of 3: ')
  expect(io.stdout().match(/: fixed and checked\./g)).toHaveLength(2)
  const mended = [...tools.workspace.files.values()].filter(text => text.includes('JSON.parse('))
  expect(io.stdout()).toContain('Taken back. Other changes of the file stay.')
  expect(mended).toHaveLength(1)
  expect((await tools.store.load()).remediations).toHaveLength(1)
})
