import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { createConfStore } from '../../../source/adapters/store-conf/conf-store.js'
import { DEFAULT_SETTINGS } from '../../../source/core/settings/settings.js'
import type { PersonalStore } from '../../../source/ports/personal-store.js'
import { sampleReviews } from '../../support/sample-reviews.js'
import { createTempFolder } from '../../support/temp-project.js'

let home = ''
beforeEach(() => {
  home = createTempFolder()
})

const reviews = sampleReviews(6, 1)
const file = (name: string) => join(home, name)

async function save(store: PersonalStore, list = reviews): Promise<void> {
  for (const review of list) expect(await store.saveReview(review)).toEqual({ ok: true, value: null })
}

async function cardsOf(store: PersonalStore): Promise<Record<string, unknown>> {
  return Object.fromEntries(await store.cards())
}

const expected = Object.fromEntries(reviews.map(review => [review.card, review.after]))

test('cards and reviews are there again for the next process', async () => {
  await save(createConfStore(home))
  const next = createConfStore(home)
  expect(await cardsOf(next)).toEqual(expected)
  expect(await next.reviews()).toEqual(reviews)
  expect(next.problems()).toEqual([])
})

test('reading an empty place makes no file and no problem', async () => {
  const place = file('not-there')
  const store = createConfStore(place)
  expect((await store.cards()).size).toBe(0)
  expect(await store.reviews()).toEqual([])
  expect(await store.preferences()).toEqual({ ...DEFAULT_SETTINGS, seenWelcome: false })
  expect(readdirSync(home)).toEqual([])
  expect(store.problems()).toEqual([])
})

test('preferences of an older version get the new settings by default, and a strange one falls back alone', async () => {
  const store = createConfStore(home)
  await store.savePreferences({ ...DEFAULT_SETTINGS, theme: 'light', seenWelcome: true })
  const stored = JSON.parse(readFileSync(file('coach.json'), 'utf8'))
  delete stored.testCommands
  stored.preferences = { theme: 'neon', seenWelcome: true, editor: 'vim' }
  writeFileSync(file('coach.json'), JSON.stringify(stored))
  const next = createConfStore(home)
  expect(await next.preferences()).toEqual({ ...DEFAULT_SETTINGS, editor: 'vim', seenWelcome: true })
  expect(next.problems()).toEqual([])
})

test('preferences, bookmarks and disputed questions are kept, and the root of a project is not', async () => {
  const store = createConfStore(home)
  const bookmark = { fingerprint: 'f1', step: 'fix', later: ['f2'], round: ['f1', 'f3'] }
  const preferences = {
    ...DEFAULT_SETTINGS,
    theme: 'light',
    keys: { later: ['z'] },
    seenWelcome: true,
  } as const
  await store.savePreferences(preferences)
  await store.saveBookmark('/home/ada/secret-client', bookmark)
  await store.saveTestCommand('/home/ada/secret-client', 'npm test')
  await store.saveDispute('xss/2', '2026-01-05T09:00:00.000Z')
  const next = createConfStore(home)
  expect(await next.preferences()).toEqual(preferences)
  expect(await next.bookmark('/home/ada/secret-client')).toEqual(bookmark)
  expect(await next.bookmark('/home/ada/other')).toBeNull()
  expect(await next.testCommand('/home/ada/secret-client')).toBe('npm test')
  expect(await next.testCommand('/home/ada/other')).toBe('')
  expect([...(await next.disputes())]).toEqual(['xss/2'])
  expect(readFileSync(file('coach.json'), 'utf8')).not.toContain('secret-client')
  await next.saveBookmark('/home/ada/secret-client', null)
  await next.saveTestCommand('/home/ada/secret-client', '')
  expect(await createConfStore(home).testCommand('/home/ada/secret-client')).toBe('')
  expect(await createConfStore(home).bookmark('/home/ada/secret-client')).toBeNull()
})

test('the cards are rebuilt from the log when their file is gone', async () => {
  await save(createConfStore(home))
  rmSync(file('coach.json'))
  expect(await cardsOf(createConfStore(home))).toEqual(expected)
})

test('two stores that write at once lose nothing', async () => {
  const [one, two] = [createConfStore(home), createConfStore(home)]
  await Promise.all([save(one, reviews.slice(0, 3)), save(two, reviews.slice(3))])
  expect(await createConfStore(home).reviews()).toHaveLength(6)
})

describe('a store that cannot be used', () => {
  const broken: readonly (readonly [string, string, string])[] = [
    ['cut off', '{"schemaVersion": 1, "cards": {', 'coach.corrupt-1.json'],
    ['not an object', '[1, 2]', 'coach.corrupt-1.json'],
    ['empty', '', 'coach.corrupt-1.json'],
    ['of another shape', '{"schemaVersion": 1, "cards": 7}', 'coach.corrupt-1.json'],
    ['without a version', '{"cards": {}}', 'coach.corrupt-1.json'],
    ['of a newer version', '{"schemaVersion": 2, "decks": []}', 'coach.newer-1.json'],
  ]

  test.each(broken)(
    '%s is kept aside byte for byte, told once, and the log brings the cards back',
    async (_, text, kept) => {
      await save(createConfStore(home))
      writeFileSync(file('coach.json'), text)
      const store = createConfStore(home)
      expect(await cardsOf(store)).toEqual(expected)
      expect(store.problems()).toHaveLength(1)
      expect(store.problems()[0]?.path).toBe(kept)
      expect(readFileSync(file(kept), 'utf8')).toBe(text)
      await store.savePreferences({ ...DEFAULT_SETTINGS, theme: 'plain', seenWelcome: true })
      expect(readFileSync(file(kept), 'utf8')).toBe(text)
      expect(createConfStore(home).problems()).toEqual([])
    },
  )

  test('is kept aside under a free name each time', async () => {
    for (const text of ['first', 'second']) {
      writeFileSync(file('coach.json'), text)
      await createConfStore(home).cards()
    }
    expect(readFileSync(file('coach.corrupt-1.json'), 'utf8')).toBe('first')
    expect(readFileSync(file('coach.corrupt-2.json'), 'utf8')).toBe('second')
  })

  test('is kept aside too when the first thing to happen is a write', async () => {
    writeFileSync(file('coach.json'), 'garbage')
    const store = createConfStore(home)
    await save(store)
    expect(readFileSync(file('coach.corrupt-1.json'), 'utf8')).toBe('garbage')
    expect(store.problems()).toHaveLength(1)
    expect(await cardsOf(createConfStore(home))).toEqual(expected)
  })
})

test('lines of the log that cannot be read are told and stay, the others count', async () => {
  const store = createConfStore(home)
  await save(store, reviews.slice(0, 2))
  appendFileSync(file('reviews.jsonl'), 'not json\n{"v":2,"at":"later"}\n')
  await save(store, reviews.slice(2))
  const next = createConfStore(home)
  expect(await next.reviews()).toEqual(reviews)
  expect(next.problems()[0]?.message).toContain('line 3, 4 of reviews.jsonl')
  expect(readFileSync(file('reviews.jsonl'), 'utf8')).toContain('not json\n')
})

test('a place that cannot be written is a problem, not a crash', async () => {
  writeFileSync(file('occupied'), '')
  const store = createConfStore(join(home, 'occupied', 'inside'))
  const [review] = reviews
  if (!review) throw new Error('no review')
  const saved = await store.saveReview(review)
  expect(saved.ok).toBe(false)
  expect((await store.cards()).size).toBe(0)
})

describe('export and import', () => {
  test('an export read on another machine gives the same cards, log and preferences stay its own', async () => {
    const here = createConfStore(file('here'))
    await save(here)
    await here.saveDispute('xss/2', '2026-01-05T09:00:00.000Z')
    const exported = await here.exportTo(file('out'))
    expect(exported).toEqual({ ok: true, value: [file('out/coach.json'), file('out/reviews.jsonl')] })
    const there = createConfStore(file('there'))
    await there.savePreferences({ ...DEFAULT_SETTINGS, theme: 'plain', seenWelcome: true })
    expect(await there.importFrom(file('out'))).toEqual({
      ok: true,
      value: { cards: Object.keys(expected).length, reviews: 6 },
    })
    expect(await cardsOf(there)).toEqual(expected)
    expect(await there.reviews()).toEqual(reviews)
    expect([...(await there.disputes())]).toEqual(['xss/2'])
    expect((await there.preferences()).theme).toBe('plain')
  })

  test('importing merges both logs by time, twice is as once, and what was here is kept', async () => {
    const [odd, even] = [file('odd'), file('even')]
    await save(
      createConfStore(odd),
      reviews.filter((_, index) => index % 2 === 1),
    )
    await save(
      createConfStore(even),
      reviews.filter((_, index) => index % 2 === 0),
    )
    await createConfStore(odd).exportTo(file('out'))
    const before = readFileSync(join(even, 'reviews.jsonl'), 'utf8')
    const store = createConfStore(even)
    await store.importFrom(file('out'))
    await store.importFrom(file('out'))
    expect(await store.reviews()).toEqual(reviews)
    expect(await cardsOf(createConfStore(even))).toEqual(expected)
    expect(readFileSync(join(even, 'before-import-1', 'reviews.jsonl'), 'utf8')).toBe(before)
  })

  test('an export is never written over another', async () => {
    const store = createConfStore(home)
    await save(store)
    await store.exportTo(file('out'))
    const again = await store.exportTo(file('out'))
    expect(again.ok).toBe(false)
  })

  test.each([
    ['nothing', {}],
    ['a newer version', { 'coach.json': '{"schemaVersion": 9}' }],
    ['a broken log', { 'reviews.jsonl': 'nonsense\n' }],
  ])('an import of %s is refused and changes nothing', async (_, files) => {
    await save(createConfStore(file('here')))
    mkdirSync(file('bad'))
    for (const [name, text] of Object.entries(files)) writeFileSync(join(file('bad'), name), text)
    const names = readdirSync(file('here'))
    const store = createConfStore(file('here'))
    expect((await store.importFrom(file('bad'))).ok).toBe(false)
    expect(readdirSync(file('here'))).toEqual(names)
    expect(await cardsOf(store)).toEqual(expected)
  })
})
