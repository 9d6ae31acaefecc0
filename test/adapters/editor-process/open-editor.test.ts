import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openEditor } from '../../../source/adapters/editor-process/open-editor.js'
import { messageOf, take } from '../../support/results.js'
import { createTempProject } from '../../support/temp-project.js'

test('the editor gets the file and the line as arguments, whatever the file is called', async () => {
  const project = createTempProject({
    vim: '#!/bin/sh\nprintf "%s\\n" "$@" > "$(dirname "$0")/args.txt"\n',
    '$(id) a.js': '',
  })
  chmodSync(join(project.root, 'vim'), 0o755)
  const editor = openEditor({ VISUAL: `${join(project.root, 'vim')} -n`, EDITOR: 'other' })
  expect(editor.name).toBe('vim')
  take(await editor.open(join(project.root, '$(id) a.js'), 3))
  expect(project.read('args.txt')).toBe(`-n\n+3\n${join(project.root, '$(id) a.js')}\n`)
})

test('no editor, a missing one and a failing one are told', async () => {
  expect(openEditor({}).name).toBeNull()
  expect(messageOf(await openEditor({}).open('/a', 1))).toBe('No editor is set.')
  expect(messageOf(await openEditor({ EDITOR: '/none/ed' }).open('/a', 1))).toContain('was not found')
  expect(messageOf(await openEditor({ EDITOR: 'false' }).open('/a', 1))).toContain('ended with an error')
})

test('an editor with a window of its own is started and not waited for; one that is missing is told', async () => {
  const project = createTempProject({
    code: '#!/bin/sh\nprintf "%s\\n" "$@" > "$(dirname "$0")/args.txt"\nsleep 30\n',
    'a.js': '',
  })
  chmodSync(join(project.root, 'code'), 0o755)
  const editor = openEditor({ VISUAL: join(project.root, 'code') })
  expect(editor.hasOwnWindow()).toBe(true)
  expect(editor.hasOwnWindow('vim')).toBe(false)
  const started = performance.now()
  take(await editor.open(join(project.root, 'a.js'), 3))
  expect(performance.now() - started).toBeLessThan(10_000)
  const none = openEditor({ EDITOR: '/no/such/code' })
  expect(messageOf(await none.open('/p/a.js', 1))).toContain('was not found')
})
