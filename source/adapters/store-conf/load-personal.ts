import { join } from 'node:path'
import type { Problem } from '../../core/problem.js'
import { keepAside, type PersonalFile, readPersonalFile } from './personal-file.js'
import { NO_PERSONAL_DATA, PERSONAL_VERSION, type PersonalData } from './personal-schema.js'
import { parseReviewLog, readLogText } from './review-log.js'

/** Returns the path of the review log in a folder. */
export function logPath(folder: string): string {
  return join(folder, 'reviews.jsonl')
}

/** Returns data with the reviews that were logged after it was saved: a crash between the two loses nothing. */
export async function catchUp(folder: string, data: PersonalData): Promise<PersonalData> {
  const log = parseReviewLog(await readLogText(logPath(folder), data.logBytes))
  if (log.bytes === 0) return data
  const cards = { ...data.cards }
  for (const { after } of log.reviews) cards[after.id] = { ...after, formatsRight: [...after.formatsRight] }
  return { ...data, cards, logBytes: data.logBytes + log.bytes }
}

function asideProblem(found: PersonalFile, kept: string): Problem {
  const rebuilt = 'Your cards were rebuilt from the review log; preferences start afresh.'
  if (found.kind === 'newer') {
    return {
      kind: 'user-can-act',
      message: `Your personal data was written by a newer guardrail-coach (version ${found.version}, this one knows ${PERSONAL_VERSION}). ${rebuilt}`,
      path: kept,
      untouched: `The file was kept as it is under the name ${kept}.`,
      nextSteps: [`Update guardrail-coach, then rename ${kept} back to coach.json.`],
    }
  }
  return {
    kind: 'user-can-act',
    message: `Your personal data could not be read. ${rebuilt}`,
    path: kept,
    untouched: `The file was kept as it is under the name ${kept}.`,
    nextSteps: [`Delete ${kept} when you do not need it any more.`],
  }
}

/** Returns what is stored, or null when the file must first be set aside, which needs the lock. */
export async function loadReady(folder: string): Promise<PersonalData | null> {
  const found = readPersonalFile(folder)
  if (found.kind === 'ready') return catchUp(folder, found.data)
  return found.kind === 'missing' ? catchUp(folder, NO_PERSONAL_DATA) : null
}

/** Returns what is stored; a file that is corrupt or of a later version is set aside first and told. Needs the lock. */
export async function loadOrSetAside(
  folder: string,
  tell: (problem: Problem) => void,
): Promise<PersonalData> {
  const found = readPersonalFile(folder)
  if (found.kind === 'ready') return catchUp(folder, found.data)
  if (found.kind !== 'missing') tell(asideProblem(found, keepAside(folder, 'coach.json', found.kind)))
  return catchUp(folder, NO_PERSONAL_DATA)
}

/** Returns a problem for the lines of the log that could not be understood, or null. */
export function logProblem(lines: {
  readonly unreadable: readonly number[]
  readonly newer: readonly number[]
}): Problem | null {
  const all = [...lines.unreadable, ...lines.newer].toSorted((a, b) => a - b)
  if (all.length === 0) return null
  const why = lines.unreadable.length === 0 ? 'were written by a newer guardrail-coach' : 'could not be read'
  return {
    kind: 'user-can-act',
    message: `${all.length} of your reviews ${why} (line ${all.slice(0, 5).join(', ')} of reviews.jsonl).`,
    path: 'reviews.jsonl',
    untouched: 'The lines stay as they are and are passed over.',
    nextSteps: [],
  }
}
