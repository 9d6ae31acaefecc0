import { hunksBetween } from '../../source/adapters/system/hunks-between.js'
import { sha256 } from '../../source/adapters/system/sha256.js'
import { succeed } from '../../source/core/problem.js'
import type { Card } from '../../source/core/quiz/card.js'
import type { ProjectRecords } from '../../source/ports/project-store.js'
import type { Toolbox } from '../../source/ports/toolbox.js'
import { createFakeScanner } from './fake-scanner.js'
import { createMemoryMachine, createMemoryPersonal, createMemoryStore } from './memory-stores.js'
import { createMemoryWorkspace, type MemoryWorkspace } from './memory-workspace.js'

/** The moment at which every fake clock stands. */
export const FAKE_NOW = '2026-11-23T12:00:00.000Z'

/** A toolbox whose every port lives in memory. */
export type FakeToolbox = Toolbox & { readonly workspace: MemoryWorkspace }

/** What a test may replace: files, stored records, or a whole port. */
export type FakeToolboxOptions = {
  readonly files?: Readonly<Record<string, string>>
  readonly records?: Partial<ProjectRecords>
  readonly ports?: Partial<Omit<Toolbox, 'workspace'>>
}

function newCard(weakness: string, family: string, now: string): Card {
  return {
    id: `${weakness}/${family}`,
    weakness,
    family,
    due: now,
    lastReview: null,
    stability: 0,
    difficulty: 0,
    reps: 0,
    lapses: 0,
    state: 'new',
    scheduledDays: 0,
    formatsRight: [],
    lastItem: '',
  }
}

/** Returns a toolbox in memory: fake rules, a fixed clock, no git, no editor, real hash and diff. */
export function createFakeToolbox(options: FakeToolboxOptions = {}): FakeToolbox {
  const workspace = createMemoryWorkspace(options.files)
  return {
    scanner: createFakeScanner(workspace),
    store: createMemoryStore(options.records),
    personal: createMemoryPersonal(),
    syntax: { parse: async () => null, match: async () => [] },
    content: {
      weaknesses: async () => [],
      lesson: async () => null,
      lessons: async () => [],
      baseGuardrails: async () => [],
    },
    git: {
      state: async () => ({ isRepository: false, branch: '', dirty: false, user: 'Ada' }),
      status: async () => null,
      changedLines: async () => succeed([]),
      withStagedCopy: async work => succeed(await work({ root: workspace.root, changes: [] })),
      lineAge: async () => null,
      lineDates: async () => null,
      history: async () => succeed([]),
      fileAt: async () => null,
      lineCommits: async () => null,
      commitAuthors: async () => new Map(),
    },
    editor: { name: null, hasOwnWindow: () => false, open: async () => succeed(null) },
    assistants: { installed: async () => [], edit: async () => Promise.reject(new Error('no assistant')) },
    tests: { limitMinutes: 10, run: async () => ({ how: 'not-started', exitCode: null, durationMs: 0 }) },
    machine: createMemoryMachine(),
    watcher: {
      watch: (_path, _known, signal) =>
        new Promise(resolve => signal.addEventListener('abort', () => resolve())),
    },
    scheduler: {
      createCard: newCard,
      review: (card, grade, now) => ({
        ...card,
        reps: card.reps + 1,
        lapses: card.lapses + (grade === 'again' ? 1 : 0),
        lastReview: now,
      }),
      recall: () => 1,
    },
    clock: { now: () => FAKE_NOW },
    hash: sha256,
    differ: hunksBetween,
    ...options.ports,
    workspace,
  }
}
