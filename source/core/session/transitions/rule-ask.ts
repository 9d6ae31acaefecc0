import { readGlobs } from '../../guardrail/scope-check.js'
import { isSafeGlob } from '../../guardrail/target-parts.js'
import { lintText } from '../../learned-rule/lint-text.js'
import { editField } from '../../text/field.js'
import type { Intent } from '../event.js'
import type { RuleAsk, RulesScreen } from '../rules-screen.js'
import type { Session } from '../session.js'
import { isBusy, type Step, start, stay, tell } from '../step.js'

/** Returns the step for an intent while a line is typed for a rule. What could not be written is told and stays open. */
export function onRuleAsk(session: Session, screen: RulesScreen, ask: RuleAsk, intent: Intent): Step {
  const put = (next: RuleAsk | null) => ({ ...session, screen: { ...screen, ask: next } })
  if (intent.type === 'went-back') return stay(put(null))
  if (intent.type === 'field-edited') return stay(put({ ...ask, field: editField(ask.field, intent.edit) }))
  const rule = session.rules.find(one => one.id === ask.rule)
  if (intent.type !== 'accepted' || isBusy(session, 'write')) return stay(session)
  if (!rule) return stay(put(null))
  const text = ask.field.text.trim()
  const reason = whyNot(ask.of, text)
  if (reason !== null) return stay(tell(session, `Not saved. ${reason}`))
  const step = stay(put(null))
  switch (ask.of) {
    case 'edit':
      return text === rule.text
        ? step
        : start(step, 'write', { type: 'decide', decision: { kind: 'edit', rule, text } })
    case 'scope': {
      const globs = readGlobs(text)
      return [...globs].sort().join() === rule.scope.join()
        ? step
        : start(step, 'write', { type: 'decide', decision: { kind: 'scope', rule, globs } })
    }
    case 'retire':
      return start(step, 'write', { type: 'decide', decision: { kind: 'retire', rule, reason: text } })
  }
}

function whyNot(of: RuleAsk['of'], text: string): string | null {
  if (of === 'edit') return lintText(text).find(issue => issue.level === 'refuse')?.message ?? null
  if (of === 'retire') return text === '' ? 'A reason is needed: it stays on record.' : null
  const [wrong] = readGlobs(text).filter(glob => !isSafeGlob(glob))
  return wrong === undefined ? null : 'A glob may hold letters, digits and . _ - / * ? @ only.'
}
