import type { ChangedLines } from '../../ports/git.js'

/** Returns the lines that exist after a diff made with `--unified=0 --no-prefix`; deletions leave no lines. */
export function parseDiff(diff: string): readonly ChangedLines[] {
  const files: { path: string; ranges: [number, number][] }[] = []
  let removedOrAdded = 0
  for (const line of diff.split('\n')) {
    // Inside a hunk a line of the file itself may look like a header, so the hunk's own count says when it ends.
    if (removedOrAdded > 0) {
      if (/^[-+]/.test(line)) removedOrAdded -= 1
      continue
    }
    const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line)
    if (hunk) {
      const [removed, start, added] = [Number(hunk[1] ?? 1), Number(hunk[2]), Number(hunk[3] ?? 1)]
      removedOrAdded = removed + added
      if (added > 0) files.at(-1)?.ranges.push([start, start + added - 1])
    } else if (line.startsWith('+++ ')) {
      files.push({ path: unquotePath(line.slice(4).replace(/\t$/, '')), ranges: [] })
    }
  }
  return files.filter(({ path, ranges }) => path !== '/dev/null' && ranges.length > 0)
}

const ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}

/** Undoes git's quoting of unusual file names: "a\"b", "\303\274" (octal bytes of UTF-8). */
function unquotePath(path: string): string {
  if (!path.startsWith('"')) return path
  const bytes: number[] = []
  for (const [part, octal, letter] of path.slice(1, -1).matchAll(/\\([0-7]{3})|\\(.)|[^\\]+/g)) {
    if (octal !== undefined) bytes.push(Number.parseInt(octal, 8))
    else bytes.push(...Buffer.from(letter === undefined ? part : (ESCAPES[letter] ?? letter)))
  }
  return Buffer.from(bytes).toString('utf8')
}
