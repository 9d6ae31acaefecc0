import type { LanguageFamily } from './lesson.js'

const FAMILIES: Readonly<Record<string, LanguageFamily>> = {
  javascript: 'javascript',
  typescript: 'javascript',
  tsx: 'javascript',
  jsx: 'javascript',
  python: 'python',
  go: 'go',
  java: 'java',
  php: 'php',
  ruby: 'ruby',
  csharp: 'csharp',
}

const EXTENSIONS: Readonly<Record<string, LanguageFamily>> = {
  js: 'javascript',
  mjs: 'javascript',
  cjs: 'javascript',
  jsx: 'javascript',
  ts: 'javascript',
  mts: 'javascript',
  cts: 'javascript',
  tsx: 'javascript',
  py: 'python',
  pyw: 'python',
  pyi: 'python',
  go: 'go',
  java: 'java',
  php: 'php',
  rb: 'ruby',
  cs: 'csharp',
}

/** Returns the family whose idioms a language shares ("typescript" → javascript), or null for an unknown one. */
export function familyOfLanguage(language: string): LanguageFamily | null {
  return FAMILIES[language.toLowerCase()] ?? null
}

/** Returns the family of a file by its extension, or null for an unknown one. */
export function familyOfPath(path: string): LanguageFamily | null {
  return EXTENSIONS[/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? ''] ?? null
}
