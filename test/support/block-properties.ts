import fc from 'fast-check'
import { expect } from 'vitest'
import { sha256 } from '../../source/adapters/system/sha256.js'
import { findBlock } from '../../source/core/guardrail/find-block.js'
import { putBlock, removeBlock } from '../../source/core/guardrail/managed-block.js'

const line = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      '',
      '# Title',
      '- item',
      '  - inner',
      'Some prose.',
      '    code',
      '> quote',
      '---',
      '| a | b |',
      '1. one',
    ),
  },
  { weight: 2, arbitrary: fc.constantFrom('```', '```js', '~~~', '````', '`x` ```inline```', '   ```') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '<!-- a comment -->',
      '<!--',
      '-->',
      'speaks of guardrail-coach:begin',
      '=======',
      '<details>',
    ),
  },
  { weight: 2, arbitrary: fc.string({ maxLength: 60 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
)
const ending = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r\n', '\n\n', '\r', '')

/** Texts as files hold them: markdown, fences, odd line ends, BOMs, characters of every plane, and files past 24 KiB. */
export const fileText = fc
  .record({
    bom: fc.constantFrom('', '', '', '\uFEFF'),
    lines: fc.array(fc.tuple(line, ending), { maxLength: 40 }),
    isLong: fc.nat({ max: 19 }).map(number => number === 0),
  })
  .map(({ bom, lines, isLong }) => {
    const text = bom + lines.map(([content, end]) => content + end).join('')
    return isLong ? `${text}\n\n${'Filler to pass the size.\n'.repeat(1100)}` : text
  })

/** Bodies as the renderer makes them. */
export const blockBody = fc
  .array(fc.stringMatching(/^[A-Za-z`.:()*/ ]{0,50}$/), { maxLength: 15 })
  .map(lines =>
    ['## Security guardrails', '', ...lines.map(text => `- ${text.replaceAll('`', '')}`)].join('\n'),
  )

/**
 * Checks `runs` generated files: a block put in, updated, put in again and removed leaves the very same text; what
 * surrounds it never changes; a file that is refused is refused by every operation and a reason is given.
 */
export function checkBlockProperties(runs: number, seed: number): { readonly refused: number } {
  let refused = 0
  fc.assert(
    fc.property(
      fileText,
      blockBody,
      blockBody,
      fc.string(),
      fc.string(),
      (text, body, next, above, below) => {
        const once = putBlock(text, body, sha256)
        if (once === null) {
          refused++
          expect(findBlock(text, sha256).kind).toBe('unclear')
          expect(removeBlock(text, sha256)).toBeNull()
          return
        }
        expect(removeBlock(once, sha256)).toBe(text)
        expect(putBlock(once, body, sha256)).toBe(once)
        const updated = putBlock(once, next, sha256)
        expect(updated === null ? null : removeBlock(updated, sha256)).toBe(text)

        const found = findBlock(once, sha256)
        if (found.kind !== 'block') throw new Error('the block that was put in is not found')
        expect(found.isEdited).toBe(false)
        const around = once.slice(0, found.start) + once.slice(found.end)
        expect(around.replace(/[\r\n]/g, '')).toBe(text.replace(/[\r\n]/g, ''))

        // The user goes on writing around it: plain lines, so that no fence of theirs swallows the block.
        const plain = (words: string) => words.replace(/[`~<>=|\r\n]/g, '.')
        const grown = `${plain(above)}\n${once}\n${plain(below)}\n`
        const cut = removeBlock(grown, sha256)
        if (cut !== null) {
          expect(cut.startsWith(`${plain(above)}\n`)).toBe(true)
          expect(cut.endsWith(`\n${plain(below)}\n`)).toBe(true)
        }
      },
    ),
    { numRuns: runs, seed },
  )
  return { refused }
}
