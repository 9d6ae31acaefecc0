import type { Finding } from '../core/finding/finding.js'
import { isSafeGlob } from '../core/guardrail/target-parts.js'
import type { Exemption } from '../core/learned-rule/exemption.js'
import { fail, type Result, succeed } from '../core/problem.js'
import type { Toolbox } from '../ports/toolbox.js'
import { type KnownFunction, readFunction } from './exempt-functions.js'

/** What the developer says of a finding that is not to count. */
export type ExemptionDecision = {
  readonly kind: Exemption['kind']
  readonly reason: string
  /** ISO date (YYYY-MM-DD), the last day on which it holds; absent or empty means it does not expire. */
  readonly expires?: string
  /** Globs in which the whole weakness does not count; absent for this finding alone. */
  readonly paths?: readonly string[]
  /** The function of the project whose calls do not count for the weakness. */
  readonly api?: { readonly path: string; readonly name: string }
}

/** The weakness of an exemption that holds for all of them. */
export const EVERY_WEAKNESS = '*'

/** What an exemption is about: a finding, or a weakness alone (`*` for all) when folders or a function are named. */
export type ExemptSubject = Pick<Finding, 'fingerprint' | 'ruleId' | 'weakness' | 'path'>

/** Records that a finding does not count, and why. Fails without a reason and for a date that is none or has passed. */
export async function exemptFinding(
  tools: Pick<Toolbox, 'store' | 'git' | 'clock' | 'workspace' | 'hash' | 'syntax'>,
  finding: ExemptSubject,
  decision: ExemptionDecision,
): Promise<Result<Exemption>> {
  const reason = decision.reason.trim()
  const expires = decision.expires ?? ''
  if (reason === '') return refuse('An exemption needs a reason.', 'Say in a sentence why it does not count.')
  if (expires !== '' && !isDay(expires))
    return refuse('The day it expires is not a date.', 'Write it as YYYY-MM-DD.')
  if (expires !== '' && expires < tools.clock.now().slice(0, 10))
    return refuse('The day it expires has already passed.', 'Name a day to come.')
  const { paths } = decision
  const wrong = paths?.find(glob => !isSafeGlob(glob))
  if (wrong !== undefined || paths?.length === 0)
    return refuse('This is no glob that every assistant reads alike.', 'Write globs such as scripts/**.')
  const api = decision.api && (await readFunction(tools, decision.api.path, decision.api.name))
  if (api && !api.ok) return api
  const { user } = await tools.git.state()
  const { fingerprint, ruleId, weakness, path } = finding
  const exemption: Exemption = {
    schemaVersion: 1,
    ...(paths !== undefined
      ? folderExemption(tools, weakness, paths)
      : api
        ? functionExemption(tools, weakness, api.value)
        : { id: fingerprint.slice(0, 16), fingerprint, ruleId, weakness, path }),
    kind: decision.kind,
    reason,
    owner: user,
    expires,
  }
  return tools.workspace.withLock(async () => {
    const saved = await tools.store.saveExemption(exemption)
    return saved.ok ? succeed(exemption) : saved
  })
}

/** What stands for a weakness in some folders; the same decision on two branches is the same file. */
function folderExemption(tools: Pick<Toolbox, 'hash'>, weakness: string, globs: readonly string[]) {
  const paths = [...new Set(globs)].sort()
  const fingerprint = tools.hash(JSON.stringify([weakness, paths]))
  return { id: fingerprint.slice(0, 16), fingerprint, ruleId: '', weakness, path: '', paths }
}

/** What stands for a function: named by weakness, file and name, so that judging it anew replaces the old judgement. */
function functionExemption(
  tools: Pick<Toolbox, 'hash'>,
  weakness: string,
  { path, name, code }: KnownFunction,
) {
  const fingerprint = tools.hash(JSON.stringify([weakness, 'function', path, name]))
  return { id: fingerprint.slice(0, 16), fingerprint, ruleId: '', weakness, path, api: { path, name, code } }
}

/** Whether a text is a day of the calendar: February has no 30th. */
function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  if (!match) return false
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number)
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return day >= 1 && day <= (days[month - 1] ?? 0)
}

function refuse(message: string, nextStep: string) {
  return fail({ kind: 'user-can-act', message, untouched: 'Nothing was written.', nextSteps: [nextStep] })
}
