/** Where a name in a file comes from. */
export type ImportedName = {
  /** The name in its own module; `*` for a whole module. */
  readonly imported: string
  /** Module as written: `../lib/db.js`, `lib.db`, `express`. */
  readonly module: string
}

const ES_IMPORT = /\bimport\s+(?!type\b)([\w$*{},\s]+?)\s+from\s*['"]([^'"\n]+)['"]/g
const REQUIRE =
  /\b(?:const|let|var)\s+([\w$]+|\{[\w$\s,:]*\})\s*=\s*require\(\s*['"]([^'"\n]+)['"]\s*\)(?:\.([\w$]+))?/g
const FROM_IMPORT = /^[ \t]*from[ \t]+([\w.]+)[ \t]+import[ \t]+(?:\(([^)]*)\)|([^\n#]+))/gm
const PLAIN_IMPORT = /^[ \t]*import[ \t]+([\w., \t]+)$/gm

/** Returns local name → origin for every import of a file; what cannot be read is left out. */
export function findImports(code: string, language: string): ReadonlyMap<string, ImportedName> {
  const names = new Map<string, ImportedName>()
  if (language === 'javascript') readJavaScript(code, names)
  if (language === 'python') readPython(code, names)
  return names
}

function readJavaScript(code: string, names: Map<string, ImportedName>): void {
  for (const match of code.matchAll(ES_IMPORT)) {
    const [, clause = '', module = ''] = match
    const [, braces] = /\{([^}]*)\}/.exec(clause) ?? []
    if (braces !== undefined) readList(braces, /\s+as\s+/, module, names)
    const whole = /\*\s+as\s+([\w$]+)/.exec(clause)?.[1]
    if (whole) names.set(whole, { imported: '*', module })
    const byDefault = /^\s*([\w$]+)/.exec(clause)?.[1]
    if (byDefault) names.set(byDefault, { imported: 'default', module })
  }
  for (const match of code.matchAll(REQUIRE)) {
    const [, left = '', module = '', member] = match
    if (left.startsWith('{')) readList(left.slice(1, -1), /\s*:\s*/, module, names)
    else names.set(left, { imported: member ?? '*', module })
  }
}

function readPython(code: string, names: Map<string, ImportedName>): void {
  for (const match of code.matchAll(FROM_IMPORT))
    readList(match[2] ?? match[3] ?? '', /\s+as\s+/, match[1] ?? '', names)
  for (const match of code.matchAll(PLAIN_IMPORT))
    for (const part of (match[1] ?? '').split(',')) {
      const [module = '', alias] = part.trim().split(/\s+as\s+/)
      const local = alias ?? module.split('.')[0] ?? ''
      if (local !== '') names.set(local, { imported: '*', module })
    }
}

function readList(list: string, separator: RegExp, module: string, names: Map<string, ImportedName>): void {
  for (const part of list.split(',')) {
    const [imported = '', local] = part
      .trim()
      .replace(/^type\s+/, '')
      .split(separator)
    if (imported !== '') names.set(local ?? imported, { imported, module })
  }
}
