/** What Ink knows of the lines it drew; with more than this many it begins anew, so that a long session holds no more. */
const MAX_LINES = 400

/** Of `ink/build/output.js`: what is replaced by what. */
const CHANGES: readonly (readonly [before: RegExp, after: string])[] = [
  [/return sliceAnsi\(line, from, to\);/, 'return keptSlice(line, from, to);'],
  [/caches = new OutputCaches\(\);/, 'caches = keptCaches();'],
  [
    /row\.push\(\{\s*type: 'char',\s*value: ' ',\s*fullWidth: false,\s*styles: \[\],\s*\}\);/,
    'row.push(BLANK);',
  ],
]

const ADDED = `
const BLANK = Object.freeze({ type: 'char', value: ' ', fullWidth: false, styles: Object.freeze([]) });
let kept = new OutputCaches();
let slices = new Map();
function keptCaches() {
    const { styledChars, widths, blockWidths } = kept;
    if (Math.max(styledChars.size, widths.size, blockWidths.size, slices.size) > ${MAX_LINES}) {
        kept = new OutputCaches();
        slices = new Map();
    }
    return kept;
}
function keptSlice(line, from, to) {
    const key = from + ' ' + to + ' ' + line;
    let slice = slices.get(key);
    if (slice === undefined) {
        slice = sliceAnsi(line, from, to);
        slices.set(key, slice);
    }
    return slice;
}
`

/**
 * Returns Ink's module that puts a frame together so that it remembers from frame to frame how a line is drawn, and has one
 * blank instead of thousands: both were made anew for every key, a fifth of what a key cost. Throws when Ink has changed.
 */
export function keepDrawnLines(source: string): string {
  let changed = source
  for (const [before, after] of CHANGES) {
    if (!before.test(changed))
      throw new Error(`ink/build/output.js is another than scripts/patch-ink.ts knows: ${before}`)
    changed = changed.replace(before, after)
  }
  return changed + ADDED
}
