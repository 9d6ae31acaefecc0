import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FrameOutput } from '../../../source/tui/terminal/frame-output.js'
import { VirtualScreen } from '../support/virtual-screen.js'

function outputOn(columns: number, rows: number) {
  const screen = new VirtualScreen(columns, rows)
  const sent: string[] = []
  const output = new FrameOutput({ columns, rows }, bytes => {
    sent.push(bytes)
    screen.write(bytes)
  })
  return { screen, sent, output }
}

test('a frame that did not change sends nothing', () => {
  const { sent, output } = outputOn(20, 5)
  output.write('one\ntwo')
  output.write('one\ntwo')
  expect(sent).toHaveLength(1)
})

test('only the rows that changed are sent', () => {
  const { sent, output } = outputOn(20, 5)
  output.write('one\ntwo\nthree')
  output.write('one\n2\nthree')
  expect(sent[1]).toContain('2')
  expect(sent[1]).not.toContain('one')
  expect(sent[1]).not.toContain('three')
})

test('codes that Ink sends by themselves do not reach the terminal', () => {
  const { sent, output } = outputOn(20, 5)
  output.write('\x1b[?25l')
  output.write('\x1b[2J\x1b[3J\x1b[H')
  expect(sent).toEqual([])
})

test('a frame that is too tall is cut, so the terminal never scrolls', async () => {
  const { screen, output } = outputOn(20, 3)
  output.write('1\n2\n3\n4\n5')
  await screen.flushed()
  expect(screen.lines()).toEqual(['1', '2', '3'])
})

test('after a resize the whole frame is drawn again', async () => {
  const { screen, sent, output } = outputOn(20, 3)
  output.write('one\ntwo')
  screen.resize(10, 3)
  output.resize({ columns: 10, rows: 3 })
  output.write('one\ntwo')
  await screen.flushed()
  expect(sent).toHaveLength(2)
  expect(screen.lines()).toEqual(['one', 'two', ''])
})

test('a frame laid out for the window before leaves nothing behind when the window became narrower', async () => {
  const { screen, output } = outputOn(20, 3)
  output.write('one two three four!')
  screen.resize(10, 3)
  output.resize({ columns: 10, rows: 3 })
  output.write('one two three four!')
  output.write('one two th')
  await screen.flushed()
  expect(screen.lines()).toEqual(['one two th', '', ''])
})

test('while another program has the terminal nothing is drawn, and afterwards everything', () => {
  const { sent, output } = outputOn(20, 3)
  output.write('one')
  output.pause()
  output.write('two')
  expect(sent).toHaveLength(1)
  output.redraw()
  expect(sent[1]).toContain('two')
})

test('whatever the frames, the screen shows the last one and the scrollback is never cleared', async () => {
  const line = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '漢', 'é'), maxLength: 9 })
  const frame = fc.array(line, { minLength: 2, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(fc.array(frame, { minLength: 1, maxLength: 8 }), async frames => {
      const { screen, output } = outputOn(20, 5)
      for (const lines of frames) output.write(lines.join('\n'))
      await screen.flushed()
      const last = (frames.at(-1) ?? []).slice(0, 5).map(text => text.trimEnd())
      expect(screen.lines().map(text => text.trimEnd())).toEqual([
        ...last,
        ...Array(5 - last.length).fill(''),
      ])
      expect(screen.raw()).not.toContain('3J')
    }),
    { numRuns: 100 },
  )
})
