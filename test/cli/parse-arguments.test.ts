import { expect, test } from 'vitest'
import { parseArguments } from '../../source/cli/parse-arguments.js'
import { scanCommand } from '../../source/commands/scan.js'

const isPath = (path: string): boolean => path === 'src'

test.each([
  [['--changed'], { changed: '' }, []],
  [['--changed', 'main'], { changed: 'main' }, []],
  [['--changed=main', 'src'], { changed: 'main' }, ['src']],
  [['--changed', 'src'], { changed: '' }, ['src']],
  [['--changed', '--json'], { changed: '', json: true }, []],
  [['--', '--changed'], {}, ['--changed']],
  [['-h'], { help: true }, []],
])('%j is read', (args, values, positionals) => {
  expect(parseArguments(scanCommand, args, isPath)).toEqual({
    ok: true,
    values: expect.objectContaining(values),
    positionals,
  })
})

test.each([
  [['--plop'], "Unknown option '--plop'."],
  [['--fail-on'], "Option '--fail-on <value>' argument missing."],
  [['--json=1'], "Option '--json' does not take an argument."],
])('%j is told in one sentence', (args, message) => {
  expect(parseArguments(scanCommand, args, isPath)).toEqual({ ok: false, message })
})
