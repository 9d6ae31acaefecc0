import { commandName } from '../../core/text/split-command.js'

/** An editor's command as an argument array. */
export type EditorCommand = { readonly file: string; readonly args: readonly string[] }

/** Editors that take `+LINE` before the file. */
const PLUS_LINE = /^(?:vi|vim|nvim|gvim|mvim|view|nano|pico|emacs|emacsclient|kak|joe|jed|mg|micro|ne)$/
/** Editors of the Visual Studio Code family: `--goto FILE:LINE`, and `--wait` to know when it is closed. */
const GOTO = /^(?:code|code-insiders|codium|vscodium|cursor|windsurf|positron)$/
/** Editors that read the line behind the file's name. */
const COLON = /^(?:subl|sublime_text|zed|zeditor|hx|helix|atom)$/
/** Editors that open a window of their own and leave the terminal alone. */
const WINDOWED =
  /^(?:code|code-insiders|codium|vscodium|cursor|windsurf|positron|subl|sublime_text|zed|zeditor|atom|gvim|mvim|gedit|gnome-text-editor|kate|mousepad|pluma|xed|notepad|notepad\+\+|idea|webstorm|pycharm|phpstorm|goland|rider|rubymine|bbedit|mate|nova)$/
/** Those of them that return at once unless told to wait. */
const NEEDS_WAIT = /^(?:subl|sublime_text|zed|zeditor|atom)$/

/** Returns the command that opens a file at a line (from 1) in the editor that `words` name. */
export function editorCommand(words: readonly string[], path: string, line: number): EditorCommand {
  const [file = '', ...args] = words
  const name = commandName(words)
  if (PLUS_LINE.test(name)) return { file, args: [...args, `+${line}`, path] }
  if (GOTO.test(name)) return { file, args: [...withWait(args), '--goto', `${path}:${line}`] }
  if (COLON.test(name))
    return { file, args: [...(NEEDS_WAIT.test(name) ? withWait(args) : args), `${path}:${line}`] }
  return { file, args: [...args, path] }
}

function withWait(args: readonly string[]): readonly string[] {
  return args.includes('--wait') || args.includes('-w') ? args : [...args, '--wait']
}

/** Returns whether the editor that `words` name opens a window of its own. */
export function hasOwnWindow(words: readonly string[]): boolean {
  return WINDOWED.test(commandName(words))
}
