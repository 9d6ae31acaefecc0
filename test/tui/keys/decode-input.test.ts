import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDecoder } from '../../../source/tui/keys/decode-input.js'

const names = (...chunks: string[]) => {
  const decoder = createDecoder()
  const keys = chunks.flatMap(chunk => decoder.push(chunk))
  return [...keys, ...decoder.flush()].map(key => key.name)
}

describe('plain keys', () => {
  test('five j in one read are five keys', () => {
    expect(names('jjjjj')).toEqual(['j', 'j', 'j', 'j', 'j'])
  })

  test('both codes for Backspace mean Backspace', () => {
    expect(names('\x7f\b')).toEqual(['backspace', 'backspace'])
  })

  test.each([
    ['\r', 'enter'],
    ['\n', 'enter'],
    ['\t', 'tab'],
    [' ', 'space'],
    ['\x03', 'ctrl+c'],
    ['\x04', 'ctrl+d'],
  ])('%j is %s', (input, name) => {
    expect(names(input)).toEqual([name])
  })

  test('a letter with accents and an emoji with joiners are one key each', () => {
    expect(names('e\u0301👩‍👩‍👧‍👦')).toEqual(['e\u0301', '👩‍👩‍👧‍👦'])
  })

  test('control characters without a meaning are no keys', () => {
    expect(names('\x00\x1c\x9b')).toEqual([])
  })
})

describe('escape sequences', () => {
  test.each([
    ['\x1b[A', 'up'],
    ['\x1bOB', 'down'],
    ['\x1b[1;5C', 'ctrl+right'],
    ['\x1b[5~', 'pageup'],
    ['\x1b[H', 'home'],
    ['\x1b[4~', 'end'],
    ['\x1b[3~', 'delete'],
    ['\x1b[Z', 'shift+tab'],
    ['\x1bj', 'alt+j'],
    ['\x1b\x7f', 'alt+backspace'],
  ])('%j is %s', (input, name) => {
    expect(names(input)).toEqual([name])
  })

  test('Alt+j is not j', () => {
    expect(names('\x1bj')).not.toContain('j')
  })

  test('a sequence that is cut between two reads is one key', () => {
    expect(names('\x1b', '[', 'A')).toEqual(['up'])
    expect(names('\x1b[1;', '5C')).toEqual(['ctrl+right'])
  })

  test('a lone ESC is Escape once nothing follows', () => {
    const decoder = createDecoder()
    expect(decoder.push('\x1b')).toEqual([])
    expect(decoder.isWaiting()).toBe(true)
    expect(decoder.flush()).toEqual([{ name: 'escape', text: '' }])
    expect(decoder.isWaiting()).toBe(false)
  })

  test('keys before and after a sequence are kept in order', () => {
    expect(names('j\x1b[Bk')).toEqual(['j', 'down', 'k'])
  })

  test('unknown sequences, mouse and focus reports are no keys', () => {
    expect(names('\x1b[I\x1b[O\x1b[<0;1;1M'.replace('M', 'm'))).toEqual([])
  })
})

describe('paste', () => {
  test('is one token, however many keys its text would be', () => {
    const decoder = createDecoder()
    expect(decoder.push('\x1b[200~rm -rf\ny\r\x1b[201~')).toEqual([{ name: 'paste', text: 'rm -rf\ny\r' }])
  })

  test('is put together from many reads', () => {
    const decoder = createDecoder()
    const chunks = ['\x1b[20', '0~ab', '\x1b', '[A', 'cd\x1b[20', '1~q']
    const keys = chunks.flatMap(chunk => decoder.push(chunk))
    expect(keys).toEqual([
      { name: 'paste', text: 'ab\x1b[Acd' },
      { name: 'q', text: 'q' },
    ])
  })

  test('is not taken for Escape while its end is awaited', () => {
    const decoder = createDecoder()
    decoder.push('\x1b[200~abc')
    expect(decoder.isWaiting()).toBe(false)
    expect(decoder.flush()).toEqual([])
  })
})

test('however the input is cut, the keys are the same', () => {
  const pieces = fc.constantFrom(
    'j',
    'é',
    '\r',
    '\x1b[A',
    '\x1b[1;5C',
    '\x1bOH',
    '\x1b[200~p\nq\x1b[201~',
    '\x7f',
    '5',
  )
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 12 }),
      fc.array(fc.nat(60), { maxLength: 6 }),
      (parts, cuts) => {
        const input = parts.join('')
        const edges = [
          0,
          ...[...cuts].sort((a, b) => a - b).map(cut => Math.min(cut, input.length)),
          input.length,
        ]
        const chunks = edges.slice(1).map((edge, index) => input.slice(edges[index], edge))
        expect(names(...chunks)).toEqual(names(input))
      },
    ),
    { numRuns: 500 },
  )
})
