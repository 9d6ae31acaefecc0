import { fail, succeed } from '../../core/problem.js'
import type { Editor } from '../../ports/system.js'
import { editorCommand, editorName, splitCommand } from './editor-command.js'

/** Returns the developer's editor as `$VISUAL`, else `$EDITOR` names it; never through a shell. */
export function openEditor(env: NodeJS.ProcessEnv = process.env): Editor {
  const setting = env.VISUAL?.trim() || env.EDITOR?.trim() || ''
  const words = splitCommand(setting)
  const name = words === null || words.length === 0 ? null : editorName(words)
  return {
    name,
    open: async (path, line) => {
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
      if (ended.code === 'ENOENT') return failEditor(`The editor ${name} was not found.`)
      return failEditor(`The editor ${name} ended with an error.`)
    },
  }
}

function failEditor(message: string) {
  return fail({
    kind: 'tool-missing',
    message,
    untouched: 'The file is as the editor left it.',
    nextSteps: ['Set VISUAL or EDITOR to the command of your editor, for example EDITOR=vim.'],
  })
}
