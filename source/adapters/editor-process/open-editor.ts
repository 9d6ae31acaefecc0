import { setTimeout } from 'node:timers/promises'
import { fail, succeed } from '../../core/problem.js'
import { commandName, splitCommand } from '../../core/text/split-command.js'
import type { Editor } from '../../ports/system.js'
import { editorCommand, hasOwnWindow } from './editor-command.js'

/** Milliseconds after which an editor with a window of its own that has not failed counts as started. */
const STARTED = 400

/** Returns the developer's editor: the command they set, else what `$VISUAL`, else `$EDITOR` names; never through a shell. */
export function openEditor(env: NodeJS.ProcessEnv = process.env): Editor {
  const fromSystem = env.VISUAL?.trim() || env.EDITOR?.trim() || ''
  const named = splitCommand(fromSystem) ?? []
  return {
    name: named.length === 0 ? null : commandName(named),
    hasOwnWindow: (own = '') => hasOwnWindow(splitCommand(own.trim() || fromSystem) ?? []),
    open: async (path, line, own = '') => {
      const setting = own.trim() || fromSystem
      const words = splitCommand(setting)
      if (words === null || words.length === 0) {
        return failEditor(
          setting === '' ? 'No editor is set.' : 'The editor setting has a quote that is not closed.',
        )
      }
      const command = editorCommand(words, path, line)
      // Loaded when an editor is opened, which most runs never do.
      const { execa } = await import('execa')
      const isWindow = hasOwnWindow(words)
      const child = execa(command.file, command.args, {
        stdio: isWindow ? 'ignore' : 'inherit',
        reject: false,
        // Its window outlives the coach.
        ...(isWindow ? { detached: true, cleanup: false } : {}),
      })
      if (isWindow) child.unref()
      const ended = await (isWindow ? Promise.race([child, setTimeout(STARTED, null)]) : child)
      if (ended === null) return succeed(null)
      if (!ended.failed) return succeed(null)
      if (ended.code === 'ENOENT') return failEditor(`The editor ${commandName(words)} was not found.`)
      return failEditor(`The editor ${commandName(words)} ended with an error.`)
    },
  }
}

function failEditor(message: string) {
  return fail({
    kind: 'tool-missing',
    message,
    untouched: 'The file is as the editor left it.',
    nextSteps: ['Set its command in the settings, or set VISUAL or EDITOR, for example EDITOR=vim.'],
  })
}
