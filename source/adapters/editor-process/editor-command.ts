/** An editor's command as an argument array. */
export type EditorCommand = { readonly file: string; readonly args: readonly string[] }

/** Editors that take `+LINE` before the file. */
const PLUS_LINE = /^(?:vi|vim|nvim|gvim|mvim|view|nano|pico|emacs|emacsclient|kak|joe|jed|mg|micro|ne)$/
/** Editors of the Visual Studio Code family: `--goto FILE:LINE`, and `--wait` to know when it is closed. */
const GOTO = /^(?:code|code-insiders|codium|vscodium|cursor|windsurf|positron)$/
/** Editors that read the line behind the file's name. */
const COLON = /^(?:subl|sublime_text|zed|zeditor|hx|helix|atom)$/
/** Those of them that return at once unless told to wait. */
const NEEDS_WAIT = /^(?:subl|sublime_text|zed|zeditor|atom)$/

/**
 * Splits a command as a shell would split it, with single quotes, double quotes and backslashes, and nothing more:
 * no variables, no substitution, no pipes. Returns null when a quote is left open.
 */
export function splitCommand(command: string): readonly string[] | null {
  const words: string[] = []
  let word: string | null = null
  let quote: string | null = null
  for (let i = 0; i < command.length; i++) {
    const char = command.charAt(i)
    if (quote !== null) {
      if (char === quote) quote = null
      else if (char === '\\' && quote === '"' && /["\\]/.test(command.charAt(i + 1)))
        word = (word ?? '') + command.charAt(++i)
      else word = (word ?? '') + char
    } else if (char === '"' || char === "'") {
      quote = char
      word ??= ''
    } else if (char === '\\' && i + 1 < command.length) {
      word = (word ?? '') + command.charAt(++i)
    } else if (/\s/.test(char)) {
      if (word !== null) words.push(word)
      word = null
    } else {
      word = (word ?? '') + char
    }
  }
  if (quote !== null) return null
  return word === null ? words : [...words, word]
}

/** Returns the command that opens a file at a line (from 1) in the editor that `words` name. */
export function editorCommand(words: readonly string[], path: string, line: number): EditorCommand {
  const [file = '', ...args] = words
  const name = editorName(words)
  if (PLUS_LINE.test(name)) return { file, args: [...args, `+${line}`, path] }
  if (GOTO.test(name)) return { file, args: [...withWait(args), '--goto', `${path}:${line}`] }
  if (COLON.test(name))
    return { file, args: [...(NEEDS_WAIT.test(name) ? withWait(args) : args), `${path}:${line}`] }
  return { file, args: [...args, path] }
}

/** Returns the editor's own name: without its folder and, on Windows, its ending. */
export function editorName(words: readonly string[]): string {
  return (
    (words[0] ?? '')
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/\.(?:exe|cmd|bat)$/i, '') ?? ''
  )
}

function withWait(args: readonly string[]): readonly string[] {
  return args.includes('--wait') || args.includes('-w') ? args : [...args, '--wait']
}
