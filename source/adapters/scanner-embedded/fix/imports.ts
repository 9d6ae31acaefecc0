import type { TextEdit } from '../../../core/fix/fix.js'
import type { NeededImport } from '../rules/rule.js'
import { LANGUAGE_TABLE } from '../tree/language.js'
import type { ParsedFile } from '../tree/parsed-file.js'
import { readCodeStyle } from './code-style.js'
import { importInJavaScript } from './javascript-imports.js'
import { importInPython } from './python-imports.js'

/** What has to change so that the imports are there, and names that differ from the asked ones. */
export type ImportPlan = {
  readonly edits: readonly TextEdit[]
  /** Asked name → the name the file has for it already. */
  readonly aliases: ReadonlyMap<string, string>
}

/** Where new import lines go, and what to put around them. */
export type ImportPlace = { readonly offset: number; readonly before: string; readonly after: string }

/** Returns a plan that adds each import at most once; what the file has already is used as it is. */
export function planImports(file: ParsedFile, needed: readonly NeededImport[]): ImportPlan {
  if (needed.length === 0) return { edits: [], aliases: new Map() }
  const plan =
    LANGUAGE_TABLE[file.grammar.language].family === 'python'
      ? importInPython(file, needed)
      : importInJavaScript(file, needed)
  const edits = [...plan.edits]
  if (plan.lines.length > 0) {
    const { newline } = readCodeStyle(file)
    const { offset, before, after } = plan.place
    edits.push({ start: offset, end: offset, text: before + plan.lines.join(newline) + after })
  }
  return { edits, aliases: plan.aliases }
}
