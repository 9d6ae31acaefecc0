import type { LanguageFamily } from '../lesson/lesson.js'

/** What a fix changed, line by line, without comments: they tell the answer. */
export type CodeChange = {
  /** Lines of code before the fix, as written, with whether the fix took them away. */
  readonly before: readonly { readonly text: string; readonly isChanged: boolean }[]
  /** The lines taken away and the lines brought in, moved to the left margin. */
  readonly removed: string
  readonly added: string
}

function withoutComments(text: string, family: LanguageFamily): readonly string[] {
  const lineMark = family === 'python' || family === 'ruby' ? '#' : '//'
  let inBlock = false
  return text.split(/\r?\n/).filter(line => {
    const code = line.trim()
    if (inBlock) {
      inBlock = !code.includes('*/')
      return false
    }
    if (code.startsWith('/*')) {
      inBlock = !code.includes('*/')
      return false
    }
    return code !== '' && !code.startsWith(lineMark)
  })
}

/** Returns the lines of `lines` that `others` does not have, each as often as it has more of them. */
function without(lines: readonly string[], others: readonly string[]): readonly boolean[] {
  const left = new Map<string, number>()
  for (const line of others) left.set(line.trim(), (left.get(line.trim()) ?? 0) + 1)
  return lines.map(line => {
    const number = left.get(line.trim()) ?? 0
    left.set(line.trim(), number - 1)
    return number <= 0
  })
}

/** Returns the chosen lines, each run of neighbours moved to the left margin: an import and a call stand far apart. */
function dedent(lines: readonly string[], isChosen: readonly boolean[]): string {
  const moved: string[] = []
  for (let start = 0; start < lines.length; start += 1) {
    let end = start
    while (isChosen[end]) end += 1
    const run = lines.slice(start, end)
    const margin = Math.min(...run.map(line => line.length - line.trimStart().length))
    moved.push(...run.map(line => line.slice(margin)))
    start = end
  }
  return moved.join('\n')
}

/** Returns what changed between the text before and after a fix. */
export function changeOf(before: string, after: string, family: LanguageFamily): CodeChange {
  const [old, mended] = [withoutComments(before, family), withoutComments(after, family)]
  const isGone = without(old, mended)
  const isNew = without(mended, old)
  return {
    before: old.map((text, index) => ({ text, isChanged: isGone[index] ?? false })),
    removed: dedent(old, isGone),
    added: dedent(mended, isNew),
  }
}

/** Returns whether code stands for itself: whole statements, no loose bracket, no member of a list or an object. */
export function isWhole(code: string): boolean {
  const open = { ')': '(', ']': '[', '}': '{' } as const
  const stack: string[] = []
  for (const char of code.replace(/(["'`])(?:\\.|(?!\1)[^\\\n])*\1/g, '""')) {
    if ('([{'.includes(char)) stack.push(char)
    if ((char === ')' || char === ']' || char === '}') && stack.pop() !== open[char]) return false
  }
  return (
    stack.length === 0 &&
    /[;)\]}"'\w]$/.test(code) &&
    !/^(?:["'\w-]+\s*:|[.})\]]|else\b|elif\b|case\b|@)/.test(code)
  )
}
