import { useEffect, useMemo, useState } from 'react'
import type { Span } from './span.js'

type Lines = readonly (readonly Span[])[]

/** What was highlighted of a file; `lines` is null for a language without a grammar. */
type Highlighted = { readonly text: string; readonly lines: Lines | null }

/** Highlighted files by path, the most recent last; a session looks at a few files again and again. */
const cache = new Map<string, Highlighted>()
const MOST_CACHED = 20
/** Longer files are shown without colour: highlighting them would make the first look wait. */
const MAX_LENGTH = 300_000

/**
 * Returns the lines of a file, in colour once the highlighter has read them and plain until then. The highlighter is
 * loaded at the first use, after the first frame.
 */
export function useHighlight(path: string, text: string): Lines {
  const [, redraw] = useState(0)
  const plain = useMemo(() => plainLines(text), [text])
  useEffect(() => {
    if (cache.get(path)?.text === text || text.length > MAX_LENGTH) return
    let isGone = false
    void import('./highlight-lines.js')
      .then(({ highlightLines }) => highlightLines(path, text))
      .then(lines => {
        remember(path, { text, lines })
        if (!isGone) redraw(count => count + 1)
      })
    return () => {
      isGone = true
    }
  }, [path, text])
  const known = cache.get(path)
  return known?.text === text ? (known.lines ?? plain) : plain
}

function remember(path: string, highlighted: Highlighted): void {
  cache.delete(path)
  cache.set(path, highlighted)
  const [oldest] = cache.keys()
  if (cache.size > MOST_CACHED && oldest !== undefined) cache.delete(oldest)
}

function plainLines(text: string): Lines {
  return text.split(/\r?\n/).map(line => [{ text: line }])
}
