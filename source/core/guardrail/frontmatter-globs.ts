/** Keys under which assistants look for the globs of a rules file. */
const KEYS = /^(?:paths|globs|applyTo|fileMatchPattern)\s*:\s*(.*)$/
const MOST = 50

/** Returns the globs that the frontmatter of a rules file names; none for a file without frontmatter. */
export function frontmatterGlobs(text: string): readonly string[] {
  const head = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1]
  if (head === undefined) return []
  const globs: string[] = []
  let isList = false
  for (const line of head.split(/\r?\n/)) {
    const value = KEYS.exec(line)?.[1]
    const item = /^\s+-\s*(.*)$/.exec(line)?.[1]
    if (value !== undefined) {
      isList = value.trim() === ''
      globs.push(...splitGlobs(value))
    } else if (isList && item !== undefined) globs.push(...splitGlobs(item))
    else isList = false
  }
  return globs.slice(0, MOST)
}

/** Splits at commas outside braces and takes quotes and brackets of a list away. */
function splitGlobs(value: string): readonly string[] {
  return value
    .replace(/^\s*\[|\]\s*$/g, '')
    .split(/,(?![^{]*\})/)
    .map(part => part.trim().replace(/^["']|["']$/g, ''))
    .filter(part => part !== '')
}
