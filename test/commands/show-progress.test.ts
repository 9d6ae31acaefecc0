import { expect, test } from 'vitest'
import { showCount, showProgress } from '../../source/commands/show-progress.js'

function listen() {
  const said: string[] = []
  let time = 0
  return {
    io: { status: (line: string) => said.push(line) },
    said,
    now: () => time,
    wait: (ms: number) => (time += ms),
  }
}

test('a scan draws a bar with count, rate, time left and what was found', () => {
  const { io, said, now, wait } = listen()
  const tell = showProgress(io, now)
  tell({ phase: 'listing', done: 0, total: 0, findings: 0 })
  wait(2_000)
  tell({ phase: 'scanning', done: 100, total: 400, findings: 3 })
  expect(said).toEqual([
    'Listing files',
    'Scanning [######------------------] 100 of 400 files · 50 a second · about 6 s left, 3 found',
  ])
})

test('a program that says nothing of itself is told with its seconds and how to stop it', () => {
  const { io, said, now } = listen()
  const waitingFor = { tool: 'semgrep', seconds: 12 }
  showProgress(io, now)({ phase: 'scanning', done: 0, total: 0, findings: 0, waitingFor })
  expect(said).toEqual(['semgrep is running, 12 s (Ctrl+C stops it)'])
})

test('other long work is counted the same way', () => {
  const { io, said, now, wait } = listen()
  const tell = showCount(io, 'Reading history', 'commit', now)
  wait(10_000)
  tell(50, 100, [2, 'fix', 'fixes'])
  expect(said[0]).toBe(
    'Reading history [############------------] 50 of 100 commits · 5 a second · about 10 s left, 2 fixes',
  )
})
