import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createWorkspace } from '../../../source/adapters/workspace-fs/create-workspace.js'
import { type Result, succeed } from '../../../source/core/problem.js'
import { createTempFolder, createTempProject } from '../../support/temp-project.js'

const HOLDER = join(import.meta.dirname, '../../support/hold-lock.ts')

/** Starts another process that holds the project's lock, and waits until it does. */
async function startHolder(root: string, state: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', HOLDER, root, state], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  await once(child.stdout, 'data')
  return child
}

async function lockOnce(root: string, state: string, lockWaitMs: number): Promise<Result<string>> {
  const workspace = await createWorkspace(root, { state, lockWaitMs })
  return workspace.ok ? workspace.value.withLock(async () => succeed('done')) : workspace
}

test('a second process is told who holds the lock', async () => {
  const { root } = createTempProject()
  const state = createTempFolder()
  const holder = await startHolder(root, state)
  const result = await lockOnce(root, state, 0)
  expect(result.ok ? '' : result.problem.message).toContain(`process ${holder.pid} `)
})

test('a second process waits until the first is done', async () => {
  const { root } = createTempProject()
  const state = createTempFolder()
  const holder = await startHolder(root, state)
  const waiting = lockOnce(root, state, 20_000)
  holder.stdin.end()
  expect(await waiting).toEqual({ ok: true, value: 'done' })
})

test('the lock of a killed process is free at once, and nothing is left in the project', async () => {
  const { root } = createTempProject({ 'a.js': '' })
  const state = createTempFolder()
  const holder = await startHolder(root, state)
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  expect(await lockOnce(root, state, 1_000)).toEqual({ ok: true, value: 'done' })
  expect(readdirSync(root)).toEqual(['a.js'])
  expect(readdirSync(join(state, 'locks'))).toEqual([])
})

test('a verb inside a verb does not wait for itself', async () => {
  const { root } = createTempProject()
  const workspace = await createWorkspace(root, { state: createTempFolder(), lockWaitMs: 0 })
  if (!workspace.ok) throw new Error(workspace.problem.message)
  const { withLock } = workspace.value
  expect(await withLock(() => withLock(async () => succeed(1)))).toEqual({ ok: true, value: 1 })
})

test('two pieces of work in one process take turns', async () => {
  const { root } = createTempProject()
  const workspace = await createWorkspace(root, { state: createTempFolder() })
  if (!workspace.ok) throw new Error(workspace.problem.message)
  const log: string[] = []
  const work = (name: string) => async () => {
    log.push(`${name} in`)
    await new Promise(resolve => setImmediate(resolve))
    log.push(`${name} out`)
    return succeed(null)
  }
  await Promise.all([workspace.value.withLock(work('a')), workspace.value.withLock(work('b'))])
  expect(log).toEqual(
    log[0] === 'a in' ? ['a in', 'a out', 'b in', 'b out'] : ['b in', 'b out', 'a in', 'a out'],
  )
})
