import { z } from 'zod'
import { DEFAULT_SETTINGS, GLYPH_SETS, THEMES } from '../../core/settings/settings.js'

/** Version of `coach.json` and of the lines of `reviews.jsonl` that this program writes. */
export const PERSONAL_VERSION = 1

const text = z.string()
const time = z.iso.datetime()

const cardSchema = z.object({
  id: text,
  weakness: text,
  family: text,
  due: time,
  lastReview: time.nullable(),
  stability: z.number(),
  difficulty: z.number(),
  reps: z.number().int(),
  lapses: z.number().int(),
  state: z.enum(['new', 'learning', 'review', 'relearning']),
  scheduledDays: z.number(),
  formatsRight: z.array(text),
  lastItem: text,
})

/** One line of `reviews.jsonl`. */
export const reviewSchema = z.object({
  at: time,
  card: text,
  item: text,
  format: text,
  ok: z.boolean(),
  sure: z.boolean(),
  ms: z.number(),
  grade: z.enum(['again', 'hard', 'good', 'easy']).nullable(),
  source: z.enum(['quiz', 'lesson', 'fix', 'finding', 'undo']),
  seed: z.number(),
  misconception: text,
  before: cardSchema.nullable(),
  after: cardSchema,
})

/**
 * What the developer prefers. Each setting has a default and falls back to it alone, so a file of an older version is
 * read as it is and one strange value does not take the others with it.
 */
const preferencesSchema = z.object({
  theme: z.enum(THEMES).catch(DEFAULT_SETTINGS.theme),
  glyphs: z.enum(GLYPH_SETS).catch(DEFAULT_SETTINGS.glyphs),
  sessionMinutes: z.number().int().min(1).max(240).catch(DEFAULT_SETTINGS.sessionMinutes),
  editor: text.catch(DEFAULT_SETTINGS.editor),
  keys: z.record(text, z.array(text).readonly()).catch({}),
  seenWelcome: z.boolean(),
})

/** `coach.json`. */
export const personalSchema = z.object({
  schemaVersion: z.literal(PERSONAL_VERSION),
  cards: z.record(text, cardSchema),
  /** Bytes of the review log that `cards` already holds; what lies behind was logged before a crash. */
  logBytes: z.number().int().nonnegative(),
  preferences: preferencesSchema,
  /** By hash of the project's root: the paths of a person's projects are nobody's business. */
  bookmarks: z.record(
    text,
    z.object({ fingerprint: text, step: text, later: z.array(text), round: z.array(text).default([]) }),
  ),
  /** By the same hash: the command that runs a project's tests. Absent in files of before there were any. */
  testCommands: z.record(text, text).default({}),
  /** Question id → when it was called wrong. */
  disputes: z.record(text, time),
})

/** What `coach.json` holds. */
export type PersonalData = z.infer<typeof personalSchema>

/** What a developer has before anything was saved. */
export const NO_PERSONAL_DATA: PersonalData = {
  schemaVersion: PERSONAL_VERSION,
  cards: {},
  logBytes: 0,
  preferences: { ...DEFAULT_SETTINGS, keys: {}, seenWelcome: false },
  bookmarks: {},
  testCommands: {},
  disputes: {},
}
