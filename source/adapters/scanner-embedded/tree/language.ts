/** Languages the engine parses, named as rule files and ast-grep name them. */
export const LANGUAGES = [
  'JavaScript',
  'TypeScript',
  'Tsx',
  'Python',
  'Go',
  'Java',
  'Php',
  'Ruby',
  'CSharp',
] as const
export type Language = (typeof LANGUAGES)[number]

/** Languages that share sources, sanitizers and fix actions. */
export type Family = 'javascript' | 'python' | 'go' | 'java' | 'php' | 'ruby' | 'csharp'

type LanguageInfo = {
  readonly family: Family
  /** Name of the grammar's file: `tree-sitter-<grammar>.wasm`. */
  readonly grammar: string
  /** Pages and components are among them: their scripts are in the language (see `codeOfPage`). */
  readonly extensions: readonly string[]
  /** Kind of a call → field that holds what is called. */
  readonly callees: Readonly<Record<string, string>>
  /** Whether `$` can be part of an identifier, so metavariables parse as they stand. */
  readonly dollarIsIdentifier: boolean
}

const ECMASCRIPT_CALLEES = { call_expression: 'function', new_expression: 'constructor' }

/** What the engine knows of each language; everything else comes from the grammar. */
export const LANGUAGE_TABLE: Readonly<Record<Language, LanguageInfo>> = {
  JavaScript: {
    family: 'javascript',
    grammar: 'javascript',
    extensions: ['js', 'jsx', 'mjs', 'cjs', 'html', 'htm', 'ejs'],
    callees: ECMASCRIPT_CALLEES,
    dollarIsIdentifier: true,
  },
  TypeScript: {
    family: 'javascript',
    grammar: 'typescript',
    extensions: ['ts', 'mts', 'cts', 'vue', 'svelte'],
    callees: ECMASCRIPT_CALLEES,
    dollarIsIdentifier: true,
  },
  Tsx: {
    family: 'javascript',
    grammar: 'tsx',
    extensions: ['tsx'],
    callees: ECMASCRIPT_CALLEES,
    dollarIsIdentifier: true,
  },
  Python: {
    family: 'python',
    grammar: 'python',
    extensions: ['py', 'pyw', 'pyi'],
    callees: { call: 'function' },
    dollarIsIdentifier: false,
  },
  Go: {
    family: 'go',
    grammar: 'go',
    extensions: ['go'],
    callees: { call_expression: 'function' },
    dollarIsIdentifier: false,
  },
  Java: {
    family: 'java',
    grammar: 'java',
    extensions: ['java'],
    callees: { method_invocation: 'name', object_creation_expression: 'type' },
    dollarIsIdentifier: true,
  },
  Php: {
    family: 'php',
    grammar: 'php',
    extensions: ['php'],
    callees: {
      function_call_expression: 'function',
      member_call_expression: 'name',
      nullsafe_member_call_expression: 'name',
      scoped_call_expression: 'name',
    },
    dollarIsIdentifier: true,
  },
  Ruby: {
    family: 'ruby',
    grammar: 'ruby',
    extensions: ['rb', 'rake'],
    callees: { call: 'method' },
    dollarIsIdentifier: false,
  },
  CSharp: {
    family: 'csharp',
    grammar: 'c-sharp',
    extensions: ['cs'],
    callees: { invocation_expression: 'function', object_creation_expression: 'type' },
    dollarIsIdentifier: false,
  },
}

const BY_EXTENSION: ReadonlyMap<string, Language> = new Map(
  LANGUAGES.flatMap(language =>
    LANGUAGE_TABLE[language].extensions.map((extension): [string, Language] => [extension, language]),
  ),
)

/** Returns the language of a path by its extension, or null when no grammar reads it. */
export function languageOfPath(path: string): Language | null {
  const dot = path.lastIndexOf('.')
  return dot < 0 ? null : (BY_EXTENSION.get(path.slice(dot + 1).toLowerCase()) ?? null)
}

const WELL_KNOWN: ReadonlySet<Family> = new Set(['javascript', 'python'])

/** Returns whether the lists name a language's helpers and checks well enough to tell what becomes of a value on its way. */
export function isWellKnown(language: Language): boolean {
  return WELL_KNOWN.has(LANGUAGE_TABLE[language].family)
}
