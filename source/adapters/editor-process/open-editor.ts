import { fail, succeed } from '../../core/problem.js'
import { commandName, splitCommand } from '../../core/text/split-command.js'
import type { Editor } from '../../ports/system.js'
import { editorCommand } from './editor-command.js'

/** Returns the developer's editor: the command they set, else what `$VISUAL`, else `$EDITOR` names; never through a shell. */
export function openEditor(env: NodeJS.ProcessEnv = process.env): Editor {
  const fromSystem = env.VISUAL?.trim() || env.EDITOR?.trim() || ''
  const named = splitCommand(fromSystem) ?? []
  return {
    name: named.length === 0 ? null : commandName(named),
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
      const ended = await execa(command.file, command.args, { stdio: 'inherit', reject: false })
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
