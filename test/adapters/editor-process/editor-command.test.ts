import { expect, test } from 'vitest'
import { editorCommand } from '../../../source/adapters/editor-process/editor-command.js'
import { splitCommand } from '../../../source/core/text/split-command.js'

test.each([
  ['vim', ['vim']],
  ['  code   --wait ', ['code', '--wait']],
  ['"/opt/My Editor/bin/ed" -x', ['/opt/My Editor/bin/ed', '-x']],
  ['emacs --eval \'(a "b")\'', ['emacs', '--eval', '(a "b")']],
  ['a\\ b "c\\"d" \'\'', ['a b', 'c"d', '']],
  ['vim; rm -rf $HOME `id` | x', ['vim;', 'rm', '-rf', '$HOME', '`id`', '|', 'x']],
  ['', []],
])('%j is split into words and nothing is expanded', (command, words) => {
  expect(splitCommand(command)).toEqual(words)
})

test('an open quote is no command', () => {
  expect(splitCommand('vim "a')).toBeNull()
})

test.each([
  [
    ['vim', '-n'],
    ['-n', '+7', '/p/a b.js'],
  ],
  [['/usr/bin/nano'], ['+7', '/p/a b.js']],
  [
    ['emacsclient', '-t'],
    ['-t', '+7', '/p/a b.js'],
  ],
  [['code'], ['--wait', '--goto', '/p/a b.js:7']],
  [
    ['code', '-w'],
    ['-w', '--goto', '/p/a b.js:7'],
  ],
  [['subl'], ['--wait', '/p/a b.js:7']],
  [['hx'], ['/p/a b.js:7']],
  [
    ['some-editor', '-a'],
    ['-a', '/p/a b.js'],
  ],
])('%j opens the file at the line in its own way', (words, args) => {
  expect(editorCommand(words, '/p/a b.js', 7)).toEqual({ file: words[0], args })
})
