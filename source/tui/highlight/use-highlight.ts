import { useEffect, useState } from 'react'
import type { Span } from './span.js'

type Lines = readonly (readonly Span[])[]

/** Highlighted files, the most recent last; a session looks at a few files again and again. */
const cache = new Map<string, Lines | null>()
const MOST_CACHED = 20
/** Longer files are shown without colour: highlighting them would make the first look wait. */
const MAX_LENGTH = 300_000

/**
 * Returns the lines of a file, in colour once the highlighter has read them and plain until then. The highlighter is
 * loaded at the first use, after the first frame.
 */
export function useHighlight(path: string, text: string): Lines {
  const key = `${path}\n${text}`
  const [, redraw] = useState(0)
  useEffect(() => {
    if (cache.has(key) || text.length > MAX_LENGTH) return
    let isGone = false
    void import('./highlight-lines.js')
      .then(({ highlightLines }) => highlightLines(path, text))
      .then(lines => {
        remember(key, lines)
        if (!isGone) redraw(count => count + 1)
      })
    return () => {
      isGone = true
    }
  }, [key, path, text])
  return cache.get(key) ?? plainLines(text)
}

function remember(key: string, lines: Lines | null): void {
  cache.set(key, lines)
  const [oldest] = cache.keys()
  if (cache.size > MOST_CACHED && oldest !== undefined) cache.delete(oldest)
}

function plainLines(text: string): Lines {
  return text.split(/\r?\n/).map(line => [{ text: line }])
}
