import { readMarker } from './block-marker.js'

type Sides = { readonly ours: readonly string[]; readonly theirs: readonly string[] }

const START = /^<{7} /
const BASE = /^\|{7} /
const MIDDLE = /^={7}\r?$/
const END = /^>{7} /

/**
 * Returns the text of a file without the conflict that a merge of two branches left in our block, null when there is none
 * or it is not ours alone to settle. Both branches wrote the block from their own rules; once the rules are merged the
 * block is written from all of them, so nothing is lost as long as everything else in the file is the same on both sides
 * and the block holds, on both, only lines that were written from rules (`isOurLine`) and none that somebody wrote by hand.
 */
export function settleOwnConflict(text: string, isOurLine: (line: string) => boolean): string | null {
  const sides = sidesOf(text)
  if (sides === null) return null
  const ours = partsOf(sides.ours)
  const theirs = partsOf(sides.theirs)
  if (ours === null || theirs === null) return null
  const isOnlyBlock = ours.before === theirs.before && ours.after === theirs.after
  const areLinesOurs = [...ours.body, ...theirs.body].every(line => line.trim() === '' || isOurLine(line))
  return isOnlyBlock && areLinesOurs ? sides.ours.join('\n') : null
}

/** The file as each branch had it; null without a conflict and for marks that do not fit together. */
function sidesOf(text: string): Sides | null {
  const ours: string[] = []
  const theirs: string[] = []
  let at: 'both' | 'ours' | 'base' | 'theirs' = 'both'
  let conflicts = 0
  for (const line of text.split('\n')) {
    if (at === 'both' && START.test(line)) {
      at = 'ours'
      conflicts++
    } else if (at === 'ours' && BASE.test(line)) at = 'base'
    else if ((at === 'ours' || at === 'base') && MIDDLE.test(line)) at = 'theirs'
    else if (at === 'theirs' && END.test(line)) at = 'both'
    else if (START.test(line) || END.test(line)) return null
    else {
      if (at === 'both' || at === 'ours') ours.push(line)
      if (at === 'both' || at === 'theirs') theirs.push(line)
    }
  }
  return at === 'both' && conflicts > 0 ? { ours, theirs } : null
}

/** What stands before, in and behind the one block of a side; null when it does not have exactly one. */
function partsOf(
  lines: readonly string[],
): { readonly before: string; readonly body: readonly string[]; readonly after: string } | null {
  const plain = lines.map(line => line.replace(/[ \t\r]+$/, ''))
  const markers = plain.flatMap((line, index) => {
    const kind = readMarker(index === 0 ? line.replace(/^\uFEFF/, '') : line)?.kind
    return kind === undefined ? [] : [{ kind, index }]
  })
  const [begin, end] = markers
  if (markers.length !== 2 || begin?.kind !== 'begin' || end?.kind !== 'end') return null
  return {
    before: lines.slice(0, begin.index).join('\n'),
    body: plain.slice(begin.index + 1, end.index),
    after: lines.slice(end.index + 1).join('\n'),
  }
}
