import { createHash } from 'node:crypto'
import { type Problem, type Result, succeed } from '../../core/problem.js'
import type { PersonalStore } from '../../ports/personal-store.js'
import { fileProblem } from './file-problem.js'
import { catchUp, loadOrSetAside, loadReady, logPath, logProblem } from './load-personal.js'
import { writePersonalFile } from './personal-file.js'
import { withPersonalLock } from './personal-lock.js'
import { NO_PERSONAL_DATA, type PersonalData } from './personal-schema.js'
import { appendReview, parseReviewLog, readLogText } from './review-log.js'
import { exportPersonal, importPersonal } from './transfer.js'

function keyOf(root: string): string {
  return createHash('sha256').update(root).digest('hex').slice(0, 32)
}

/**
 * Returns the developer's own store in a folder: `coach.json` (kept by conf) and the append-only `reviews.jsonl`, from
 * which the cards can be rebuilt. Reading never fails: what cannot be read is told by `problems()` and left as it is.
 */
export function createConfStore(folder: string): PersonalStore {
  const problems: Problem[] = []
  const tell = (problem: Problem) => {
    if (!problems.some(told => told.message === problem.message)) problems.push(problem)
  }

  async function load(): Promise<PersonalData> {
    const loaded = await locked('Reading your personal data', async () =>
      succeed(await loadOrSetAside(folder, tell)),
    )
    if (loaded.ok) return loaded.value
    tell(loaded.problem)
    return NO_PERSONAL_DATA
  }

  async function read(): Promise<PersonalData> {
    try {
      return (await loadReady(folder)) ?? (await load())
    } catch (error) {
      tell(fileProblem(error, 'Reading your personal data'))
      return NO_PERSONAL_DATA
    }
  }

  function locked<T>(doing: string, work: () => Promise<Result<T>>): Promise<Result<T>> {
    return withPersonalLock(folder, doing, work)
  }

  function change(doing: string, next: (data: PersonalData) => PersonalData): Promise<Result<null>> {
    return locked(doing, async () => {
      writePersonalFile(folder, next(await loadOrSetAside(folder, tell)))
      return succeed(null)
    })
  }

  return {
    cards: async () => new Map(Object.entries((await read()).cards)),
    saveReview: review =>
      locked('Saving your answer', async () => {
        const data = await loadOrSetAside(folder, tell)
        await appendReview(logPath(folder), review)
        writePersonalFile(folder, await catchUp(folder, data))
        return succeed(null)
      }),
    reviews: async () => {
      try {
        const log = parseReviewLog(await readLogText(logPath(folder)))
        const problem = logProblem(log)
        if (problem) tell(problem)
        return log.reviews
      } catch (error) {
        tell(fileProblem(error, 'Reading your reviews'))
        return []
      }
    },
    disputes: async () => new Set(Object.keys((await read()).disputes)),
    saveDispute: (item, at) =>
      change('Saving your note', data => ({ ...data, disputes: { ...data.disputes, [item]: at } })),
    bookmark: async root => (await read()).bookmarks[keyOf(root)] ?? null,
    saveBookmark: (root, bookmark) =>
      change('Saving where you stopped', data => {
        const { [keyOf(root)]: _, ...others } = data.bookmarks
        if (bookmark === null) return { ...data, bookmarks: others }
        return {
          ...data,
          bookmarks: {
            ...others,
            [keyOf(root)]: {
              ...bookmark,
              later: [...bookmark.later],
              round: [...(bookmark.round ?? [])],
            },
          },
        }
      }),
    testCommand: async root => (await read()).testCommands[keyOf(root)] ?? '',
    saveTestCommand: (root, command) =>
      change('Saving the test command', data => {
        const { [keyOf(root)]: _, ...others } = data.testCommands
        return { ...data, testCommands: command === '' ? others : { ...others, [keyOf(root)]: command } }
      }),
    preferences: async () => (await read()).preferences,
    savePreferences: preferences => change('Saving your preferences', data => ({ ...data, preferences })),
    exportTo: target =>
      locked('The export', async () => exportPersonal(folder, target, await loadOrSetAside(folder, tell))),
    importFrom: source =>
      locked('The import', async () => importPersonal(folder, source, await loadOrSetAside(folder, tell))),
    problems: () => problems,
  }
}
