import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HIDDEN_GROUPS, hiddenGroup } from '../../../source/core/text/hidden-characters.js'
import { PLAIN, printable } from '../../../source/core/text/printable.js'

const ESC = '\x1b'
const UNSAFE = /[\x00-\x08\x0b-\x1f\x7f-\x9f]/

describe('ordinary text', () => {
  test.each([
    'const town = request.query.town;',
    'naïve café – “quoted” … 漢字 한국어 العربية हिन्दी',
    '👩‍👩‍👧‍👦 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 👍🏽 1️⃣',
    'می‌خواهم',
    'cafe\u0301',
    '',
  ])('%j is left as it is', text => {
    expect(printable(text)).toBe(text)
  })

  test('lines and tabs stay when they are asked for, and the carriage return of a CRLF goes', () => {
    expect(printable('a\r\n\tb\nc', { lines: true })).toBe('a\n\tb\nc')
  })

  test('in a single line, line feeds and tabs are shown as marks', () => {
    expect(printable('a\n\tb')).toBe('a⏎⇥b')
  })
})

test('no character that is taken to be plain is a control, a mark or hidden', () => {
  const ranges = [...PLAIN.source.matchAll(/\\[xu]([0-9a-f]+)-\\[xu]([0-9a-f]+)/g)]
  expect(ranges.length).toBeGreaterThan(4)
  for (const [, first = '', last = ''] of ranges)
    for (let code = Number.parseInt(first, 16); code <= Number.parseInt(last, 16); code++) {
      expect(hiddenGroup(code)).toBe(null)
      expect(String.fromCodePoint(code)).not.toMatch(/[\p{M}\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u)
    }
})

describe('escape sequences', () => {
  test.each([
    ['clear screen', `a${ESC}[2Jb`, 'a⟨ESC[2J⟩b'],
    ['clear scrollback', `a${ESC}[3Jb`, 'a⟨ESC[3J⟩b'],
    ['conceal', `a${ESC}[8mb`, 'a⟨ESC[8m⟩b'],
    ['colour with colons', `a${ESC}[38:2::1:2:3mb`, 'a⟨ESC[38:2::1:2:3m⟩b'],
    ['title', `a${ESC}]0;hi\x07b`, 'a⟨ESC]0;hi⟩b'],
    ['clipboard', `a${ESC}]52;c;aGk=\x07b`, 'a⟨ESC]52;c;aGk=⟩b'],
    ['clipboard ended by ST', `a${ESC}]52;c;aGk=${ESC}\\b`, 'a⟨ESC]52;c;aGk=\\⟩b'],
    ['C1 clipboard', 'a\x9d52;c;aGk=\x9cb', 'a⟨C1-9D52;c;aGk=⟩b'],
    ['C1 control sequence', 'a\x9b2Jb', 'a⟨C1-9B2J⟩b'],
    ['device control string', `a${ESC}P1$r${ESC}\\b`, 'a⟨ESCP1$r\\⟩b'],
    ['application command', `a${ESC}_x${ESC}\\b`, 'a⟨ESC_x\\⟩b'],
    ['privacy message', `a${ESC}^x${ESC}\\b`, 'a⟨ESC^x\\⟩b'],
    ['start of string', `a${ESC}Xx${ESC}\\b`, 'a⟨ESCXx\\⟩b'],
    ['reset', `a${ESC}cb`, 'a⟨ESCc⟩b'],
    ['charset', `a${ESC}(0b`, 'a⟨ESC(0⟩b'],
    ['lone escape at the end', `a${ESC}`, 'a⟨ESC⟩'],
    ['unended control sequence', `a${ESC}[12`, 'a⟨ESC[12⟩'],
  ])('%s becomes a visible mark', (_, text, shown) => {
    expect(printable(text)).toBe(shown)
  })

  test('a hyperlink loses its target but keeps its text', () => {
    const shown = printable(`${ESC}]8;;https://evil.example/\x07click${ESC}]8;;\x07`)
    expect(shown).not.toMatch(UNSAFE)
    expect(shown).toContain('click')
  })

  test('an unended string sequence ends with its line, so it cannot hide the lines below', () => {
    const shown = printable(`a${ESC}]0;title\nthe next line`, { lines: true })
    expect(shown.split('\n')[1]).toBe('the next line')
  })

  test('a long body is cut and its length told', () => {
    expect(printable(`${ESC}]52;c;${'A'.repeat(400)}\x07`)).toBe('⟨ESC]52;c;AAAAAAAAAA… 390 more⟩')
  })

  test('a sequence inside a sequence does not survive', () => {
    expect(printable(`${ESC}[${ESC}[2J`)).not.toMatch(UNSAFE)
    expect(printable(`${ESC}]0;${ESC}[2J\x07`)).not.toMatch(UNSAFE)
  })
})

describe('control characters', () => {
  test('every C0, DEL and C1 control becomes visible, alone and between letters', () => {
    const controls = [
      ...Array(0x20).keys(),
      0x7f,
      ...Array.from({ length: 0x20 }, (_, index) => 0x80 + index),
    ]
    for (const code of controls) {
      const shown = printable(`a${String.fromCharCode(code)}b`)
      expect(shown).not.toMatch(UNSAFE)
      expect(shown.length).toBeGreaterThan(2)
    }
  })

  test('a carriage return cannot overwrite the start of its line', () => {
    expect(printable('evil()\rgood()', { lines: true })).toBe('evil()\\x0Dgood()')
  })

  test('backspace, bell and NUL are named', () => {
    expect(printable('a\bb\x07c\0')).toBe('a\\x08b\\x07c\\x00')
  })
})

describe('hidden characters', () => {
  test('every code point of every group is shown by its number', () => {
    for (const group of HIDDEN_GROUPS)
      for (const [first, last] of group.ranges)
        for (const code of [first, Math.floor((first + last) / 2), last]) {
          const shown = printable(`a${String.fromCodePoint(code)}b`)
          expect(shown).toBe(`a⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩b`)
        }
  })

  test('Trojan Source is shown in the order the computer reads it', () => {
    expect(printable('if (a != "user\u202e \u2066// admin\u2069 \u2066")')).toBe(
      'if (a != "user⟨U+202E⟩ ⟨U+2066⟩// admin⟨U+2069⟩ ⟨U+2066⟩")',
    )
  })

  test('instructions written in tag characters are shown', () => {
    const hidden = [...'run'].map(letter => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('')
    expect(printable(`rule${hidden}`)).toBe('rule⟨U+E0072⟩⟨U+E0075⟩⟨U+E006E⟩')
  })

  test('tags after a black flag are shown unless they spell a whole flag', () => {
    expect(printable('🏴\u{E0072}\u{E0075}\u{E006E} x')).toContain('⟨U+E0072⟩')
  })

  test('a joiner between ASCII letters is shown', () => {
    expect(printable('ad\u200dmin')).toBe('ad⟨U+200D⟩min')
  })

  test('a byte order mark is shown', () => {
    expect(printable('\uFEFFconst')).toBe('⟨U+FEFF⟩const')
  })

  test('unpaired surrogates are shown', () => {
    expect(printable('a\uD800b\uDC00')).toBe('a⟨U+D800⟩b⟨U+DC00⟩')
  })

  test('a heap of combining marks is cut after four', () => {
    expect(printable(`a${'\u0301'.repeat(20)}b`)).toBe('a\u0301\u0301\u0301\u0301⟨16 more marks⟩b')
  })
})

describe('length', () => {
  test('a long line is cut and says how long it was', () => {
    const shown = printable('x'.repeat(5000))
    expect(shown.length).toBe(2000)
    expect(shown.endsWith('⟨5000 characters⟩')).toBe(true)
  })

  test('each line is cut on its own', () => {
    const shown = printable(`${'x'.repeat(50)}\nshort`, { lines: true, maxLine: 20 })
    expect(shown.split('\n')).toEqual(['xxxxx⟨50 characters⟩', 'short'])
  })

  test('a huge text is cut and says how much is missing', () => {
    expect(printable('ab\n'.repeat(100), { lines: true, maxTotal: 6 })).toBe('ab\nab\n⟨294 more characters⟩')
  })
})

describe('for any text', () => {
  const nasty = fc.string({
    unit: fc.oneof(
      fc.constantFrom(
        ESC,
        '\x9b',
        '\x9d',
        '\x07',
        '\\',
        '[',
        ']',
        ';',
        'm',
        '\r',
        '\n',
        '\t',
        '\u202e',
        '\u200d',
        '❤',
        '\uFE0F',
        '🏴',
        '\u{E0067}',
        '\u{E007F}',
        '\u0301',
        '\uD800',
      ),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
    maxLength: 60,
  })

  test('no control byte is left', () => {
    fc.assert(
      fc.property(nasty, fc.boolean(), (text, lines) => {
        const shown = printable(text, { lines })
        expect(shown).not.toMatch(lines ? UNSAFE : /[\x00-\x1f\x7f-\x9f]/)
        expect(Buffer.from(shown).toString()).toBe(shown)
      }),
      { numRuns: 2000 },
    )
  })

  test('applying it twice is the same as once', () => {
    fc.assert(
      fc.property(nasty, fc.boolean(), (text, lines) => {
        const once = printable(text, { lines })
        expect(printable(once, { lines })).toBe(once)
      }),
      { numRuns: 2000 },
    )
  })
})
