import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { fail, type Problem, type Result, succeed } from '../../core/problem.js'
import type { Review } from '../../core/quiz/card.js'
import type { ImportSummary } from '../../ports/personal-store.js'
import { catchUp, logPath } from './load-personal.js'
import { personalPath, readPersonalFile, writePersonalFile } from './personal-file.js'
import { NO_PERSONAL_DATA, type PersonalData } from './personal-schema.js'
import { formatReview, parseReviewLog, readLogText } from './review-log.js'

const UNTOUCHED = 'Your personal data is as it was.'

/** Copies the data and the log into `target` as `coach.json` and `reviews.jsonl`; refuses to write over either. */
export async function exportPersonal(
  folder: string,
  target: string,
  data: PersonalData,
): Promise<Result<readonly string[]>> {
  const paths = [personalPath(target), logPath(target)]
  const taken = paths.find(path => existsSync(path))
  if (taken !== undefined) {
    return fail({
      kind: 'user-can-act',
      message: 'There is an export in that folder already.',
      path: taken,
      untouched: 'Nothing was written.',
      nextSteps: ['Choose another folder, or move the old export away.'],
    })
  }
  await mkdir(target, { recursive: true, mode: 0o700 })
  const log = await readLogText(logPath(folder))
  await writeFile(logPath(target), log, { flag: 'wx', mode: 0o600 })
  await writeFile(personalPath(target), `${JSON.stringify(data, null, 2)}\n`, { flag: 'wx', mode: 0o600 })
  return succeed(paths)
}

function refuse(message: string, path: string): { readonly ok: false; readonly problem: Problem } {
  const nextSteps = ['Point to a folder that was written by an export.']
  return fail({ kind: 'user-can-act', message, path, untouched: UNTOUCHED, nextSteps })
}

async function readExport(
  source: string,
): Promise<Result<{ readonly data: PersonalData; readonly reviews: readonly Review[] }>> {
  if (!existsSync(logPath(source)) && !existsSync(personalPath(source))) {
    return refuse('There is no export in that folder.', source)
  }
  const found = existsSync(personalPath(source)) ? readPersonalFile(source) : { kind: 'missing' as const }
  if (found.kind === 'corrupt') return refuse('The export could not be read.', personalPath(source))
  if (found.kind === 'newer') {
    return refuse('The export was written by a newer guardrail-coach.', personalPath(source))
  }
  const log = parseReviewLog(await readLogText(logPath(source)))
  const [line] = [...log.unreadable, ...log.newer]
  if (line !== undefined)
    return refuse(`Line ${line} of the exported reviews could not be read.`, logPath(source))
  const data = await catchUp(source, found.kind === 'ready' ? found.data : NO_PERSONAL_DATA)
  return succeed({ data, reviews: log.reviews })
}

function mergeReviews(here: readonly Review[], there: readonly Review[]): readonly Review[] {
  const merged = new Map<string, Review>()
  for (const review of [...here, ...there]) merged.set(formatReview(review), review)
  return [...merged.values()].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

function freeFolder(folder: string): string {
  let number = 1
  while (existsSync(join(folder, `before-import-${number}`))) number += 1
  return join(folder, `before-import-${number}`)
}

/**
 * Merges an export into the data of `folder` and returns how much there is afterwards. Reviews of both sides are put
 * in order of time and the cards rebuilt from them; preferences and bookmarks of this machine win. What was here is
 * kept in `before-import-<n>`. Refuses an export that cannot be read whole. Needs the lock.
 */
export async function importPersonal(
  folder: string,
  source: string,
  data: PersonalData,
): Promise<Result<ImportSummary>> {
  const brought = await readExport(source)
  if (!brought.ok) return brought
  const kept = await exportPersonal(folder, freeFolder(folder), data)
  if (!kept.ok) return kept
  const here = parseReviewLog(await readLogText(logPath(folder)))
  const reviews = mergeReviews(here.reviews, brought.value.reviews)
  const merged: PersonalData = {
    ...data,
    cards: { ...brought.value.data.cards, ...data.cards },
    bookmarks: { ...brought.value.data.bookmarks, ...data.bookmarks },
    disputes: { ...brought.value.data.disputes, ...data.disputes },
    // From the start: should the machine stop here, the old log or the new one is replayed whole.
    logBytes: 0,
  }
  writePersonalFile(folder, merged)
  await writeFileAtomic(logPath(folder), reviews.map(formatReview).join(''), { mode: 0o600 })
  const done = await catchUp(folder, merged)
  writePersonalFile(folder, done)
  return succeed({ cards: Object.keys(done.cards).length, reviews: reviews.length })
}
