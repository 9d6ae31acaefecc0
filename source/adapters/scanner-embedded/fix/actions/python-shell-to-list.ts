import { textOf } from '../../tree/parsed-file.js'
import { childByField, type SyntaxNode } from '../../tree/syntax-node.js'
import { readCodeStyle } from '../code-style.js'
import type { FixContext } from '../fix-context.js'
import { planImports } from '../imports.js'
import { definitionOf, sinkOf } from '../sink-text.js'
import { splitCommand } from '../text/command-words.js'
import { readPythonText } from '../text/python-text.js'
import { writePython } from '../text/write-parts.js'
import { type Call, callAround } from './call-arguments.js'
import type { FixAction } from './fix-action.js'
import { removeArgument } from './python-keyword.js'

/**
 * Runs the program itself instead of a shell: a list of arguments in place of the text, without `shell=True`;
 * `os.system` and `os.popen` become `subprocess.run`.
 */
export const shellToList: FixAction = context => {
  const { file } = context
  const sink = sinkOf(context)
  const around = sink === null ? null : callAround(file, sink)
  if (sink === null || around === null || definitionOf(file, sink) !== sink) return null
  const parts = readPythonText(file, sink)
  const words = parts === null ? null : splitCommand(parts)
  if (words === null) return null
  const { quote } = readCodeStyle(file)
  const list = `[${words.map(word => writePython(word, quote)).join(', ')}]`
  const callee = textOf(file, around.call.callee)
  if (/(^|\.)(system|popen)$/.test(callee) && !callee.includes('subprocess')) {
    return replaceCall(context, around.call, list, callee)
  }
  const shell = around.call.args.find(argument => isShell(file.text, argument))
  const edits = [{ start: sink.start, end: sink.end, text: list }]
  if (shell !== undefined) edits.push(removeArgument(file, shell))
  return { edits, holes: [] }
}

function isShell(text: string, argument: SyntaxNode): boolean {
  const name = argument.type === 'keyword_argument' ? childByField(argument, 'name') : null
  return name !== null && text.slice(name.start, name.end) === 'shell'
}

/** `os.system` gives the exit code, `os.popen(…).read()` the output; other uses of `popen` stay. */
function replaceCall({ file }: FixContext, call: Call, list: string, callee: string) {
  const plan = planImports(file, [{ module: 'subprocess', name: 'subprocess', names: [] }])
  const run = `${plan.aliases.get('subprocess') ?? 'subprocess'}.run`
  const { node } = call
  if (!callee.endsWith('popen')) {
    const isUsed = node.parent?.type !== 'expression_statement'
    const text = `${run}(${list})${isUsed ? '.returncode' : ''}`
    return { edits: [...plan.edits, { start: node.start, end: node.end, text }], holes: [] }
  }
  const read = node.parent?.parent
  if (read == null || textOf(file, read) !== `${textOf(file, node)}.read()`) return null
  const text = `${run}(${list}, capture_output=True, text=True).stdout`
  return { edits: [...plan.edits, { start: read.start, end: read.end, text }], holes: [] }
}
