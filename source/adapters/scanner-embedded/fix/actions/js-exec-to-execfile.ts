import { textOf } from '../../tree/parsed-file.js'
import { childByField } from '../../tree/syntax-node.js'
import { readCodeStyle } from '../code-style.js'
import { planImports } from '../imports.js'
import { definitionOf, sinkOf } from '../sink-text.js'
import { splitCommand } from '../text/command-words.js'
import { readJavaScriptText } from '../text/javascript-text.js'
import { writeJavaScript } from '../text/write-parts.js'
import { callAround } from './call-arguments.js'
import type { FixAction } from './fix-action.js'

/** Runs the program itself instead of a shell: `exec(text)` becomes `execFile(program, [arguments])`. */
export const execToExecFile: FixAction = context => {
  const { file } = context
  const sink = sinkOf(context)
  const around = sink === null ? null : callAround(file, sink)
  const definition = sink === null ? null : definitionOf(file, sink)
  // A command kept in a variable stays there, so its text has to stand in the call.
  if (sink === null || around === null || definition !== sink) return null
  const { callee } = around.call
  const name = childByField(callee, 'property') ?? callee
  const method = textOf(file, name)
  if (method !== 'exec' && method !== 'execSync') return null
  const parts = readJavaScriptText(file, sink)
  const words = parts === null ? null : splitCommand(parts)
  if (words === null) return null
  const { quote } = readCodeStyle(file)
  const [program = '', ...args] = words.map(word => writeJavaScript(word, quote))
  const better = method === 'exec' ? 'execFile' : 'execFileSync'
  const imports =
    name === callee
      ? planImports(file, [{ module: 'child_process', name: '', names: [better] }])
      : { edits: [] }
  return {
    edits: [
      ...imports.edits,
      { start: name.start, end: name.end, text: better },
      { start: sink.start, end: sink.end, text: `${program}, [${args.join(', ')}]` },
    ],
    holes: [],
  }
}
