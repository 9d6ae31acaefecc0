import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { expandTabs } from '../../../source/core/text/expand-tabs.js'
import { padTo, takeColumns, truncate, truncatePath } from '../../../source/core/text/truncate.js'

describe('truncate', () => {
  test('leaves what fits', () => {
    expect(truncate('parcel', 6, stringWidth)).toBe('parcel')
  })

  test('cuts to the width and marks the cut', () => {
    expect(truncate('parcel-desk', 6, stringWidth)).toBe('parce…')
  })

  test('never halves a wide character', () => {
    expect(truncate('漢字漢字', 6, stringWidth)).toBe('漢字…')
    expect(stringWidth(truncate('漢字漢字', 6, stringWidth))).toBeLessThanOrEqual(6)
  })

  test('never takes an emoji apart', () => {
    expect(takeColumns('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 3, stringWidth)).toBe('👩‍👩‍👧‍👦')
  })

  test('gives nothing where not even the mark fits', () => {
    expect(truncate('abc', 0, stringWidth)).toBe('')
  })
})

describe('truncatePath', () => {
  test('keeps the file name', () => {
    expect(truncatePath('services/orders/api/handlers/create-order.ts', 26, stringWidth)).toBe(
      'services/…/create-order.ts',
    )
  })

  test('falls back to the bare file name', () => {
    expect(truncatePath('services/orders/create-order.ts', 15, stringWidth)).toBe('create-order.ts')
  })
})

test('padTo pads to the width', () => {
  expect(padTo('ab', 4, stringWidth)).toBe('ab  ')
  expect(padTo('漢字', 3, stringWidth)).toBe('漢…')
})

describe('expandTabs', () => {
  test('goes to the next multiple of four', () => {
    expect(expandTabs('\ta\tb', stringWidth)).toBe('    a   b')
  })

  test('counts wide characters as two columns', () => {
    expect(expandTabs('漢\tx', stringWidth)).toBe('漢  x')
  })

  test('continues from the column the piece begins at', () => {
    expect(expandTabs('\tx', stringWidth, 3)).toBe(' x')
  })
})
