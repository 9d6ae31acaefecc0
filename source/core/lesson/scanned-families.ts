import type { LanguageFamily } from './lesson.js'

/** Families of languages that the embedded scanner reads; lines of others are no measure of what it finds. */
export const SCANNED_FAMILIES: readonly LanguageFamily[] = [
  'javascript',
  'python',
  'go',
  'java',
  'php',
  'ruby',
  'csharp',
]
