import { expect, test } from 'vitest'
import { sha256 } from '../../../source/adapters/system/sha256.js'
import { wrapBody } from '../../../source/core/guardrail/block-marker.js'
import { settleOwnConflict } from '../../../source/core/guardrail/own-conflict.js'
import { isRenderedLine } from '../../../source/core/guardrail/render-guardrail.js'

const block = (line: string) => wrapBody(line, sha256, '\n')
const isOurs = (line: string) => line.startsWith('- NEVER')
const conflict = (ours: string, theirs: string) => `<<<<<<< HEAD\n${ours}\n=======\n${theirs}\n>>>>>>> ada\n`

test('a conflict around the whole block leaves one side of it', () => {
  const text = `# Ours\n${conflict(block('- NEVER a.'), block('- NEVER b.'))}end\n`
  expect(settleOwnConflict(text, isOurs)).toBe(`# Ours\n${block('- NEVER a.')}\nend\n`)
})

test('the common ancestor that diff3 shows is left out', () => {
  const text = `<<<<<<< HEAD\n${block('- NEVER a.')}\n||||||| base\nanything\n=======\n${block('- NEVER b.')}\n>>>>>>> ada\n`
  expect(settleOwnConflict(text, isOurs)).toBe(`${block('- NEVER a.')}\n`)
})

test.each([
  ['no conflict', `# Ours\n${block('- NEVER a.')}\n`],
  ['a conflict outside the block', `${conflict('mine', 'yours')}${block('- NEVER a.')}\n`],
  ['a line of somebody in the block', conflict(block('- NEVER a.\n- my line'), block('- NEVER b.'))],
  ['a block on one side only', conflict(block('- NEVER a.'), 'none')],
  ['marks that do not fit', `<<<<<<< HEAD\n${block('- NEVER a.')}\n`],
  ['a conflict within a conflict', conflict(conflict(block('- NEVER a.'), ''), block('- NEVER b.'))],
  ['a second block', `${conflict(block('- NEVER a.'), block('- NEVER b.'))}${block('- NEVER c.')}\n`],
])('%s is not ours to settle', (_, text) => {
  expect(settleOwnConflict(text, isOurs)).toBeNull()
})

test('a line is ours with any scope, and not with words behind it', () => {
  const texts = ['NEVER a.']
  expect(isRenderedLine('- NEVER a.', texts)).toBe(true)
  expect(isRenderedLine('- NEVER a. (`src/**`, `lib/*.js`)', texts)).toBe(true)
  expect(isRenderedLine('- NEVER a. (see the wiki)', texts)).toBe(false)
  expect(isRenderedLine('- NEVER a. Or else.', texts)).toBe(false)
  expect(isRenderedLine('## Security guardrails', texts)).toBe(true)
})
