import { createFsrsScheduler } from '../../source/adapters/scheduler-fsrs/fsrs-scheduler.js'
import type { Remediation } from '../../source/core/learned-rule/remediation.js'
import type { Lesson } from '../../source/core/lesson/lesson.js'
import { addDays } from '../../source/core/quiz/day.js'
import type { PersonalStore } from '../../source/ports/personal-store.js'
import { createFakeToolbox, FAKE_NOW, type FakeToolbox } from './fake-toolbox.js'
import { createMemoryPersonal } from './memory-stores.js'

/** A toolbox with the real scheduler (no fuzz), the given lessons, and a clock that a test can turn. */
export type QuizToolbox = FakeToolbox & { readonly pass: (days: number) => void }

/** Returns a toolbox for the quiz; the clock starts at the fake now. */
export function createQuizToolbox(
  lessons: readonly Lesson[],
  options: { readonly remediations?: readonly Remediation[]; readonly personal?: PersonalStore } = {},
): QuizToolbox {
  let now = FAKE_NOW
  const tools = createFakeToolbox({
    records: { remediations: options.remediations ?? [] },
    ports: {
      scheduler: createFsrsScheduler({ fuzz: false }),
      personal: options.personal ?? createMemoryPersonal(),
      clock: { now: () => now },
      content: {
        weaknesses: async () => [],
        lesson: async slug => lessons.find(lesson => lesson.weakness === slug) ?? null,
        lessons: async () => lessons,
        baseGuardrails: async () => [],
      },
    },
  })
  return {
    ...tools,
    pass: days => {
      now = addDays(now, days)
    },
  }
}
