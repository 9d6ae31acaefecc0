const FAMILIES: Readonly<Record<string, string>> = {
  js: 'javascript',
  jsx: 'javascript',
  mjs: 'javascript',
  cjs: 'javascript',
  ts: 'javascript',
  tsx: 'javascript',
  mts: 'javascript',
  cts: 'javascript',
  vue: 'javascript',
  py: 'python',
  pyi: 'python',
  go: 'go',
  java: 'java',
  php: 'php',
  rb: 'ruby',
  cs: 'csharp',
}

/** Returns the language family of a file by its extension; the extension itself when the family is not known. */
export function languageOfPath(path: string): string {
  const extension = /\.([A-Za-z0-9]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
  return FAMILIES[extension] ?? extension
}
