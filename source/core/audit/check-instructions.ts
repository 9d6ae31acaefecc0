import type { AuditCheck } from './audit-finding.js'

/** Sentences that try to take an assistant over; each is one idea in its usual wordings. */
const TAKEOVERS: readonly { readonly pattern: RegExp; readonly message: string }[] = [
  {
    pattern:
      /\b(?:ignore|disregard|forget|override)\b[^.\n]{0,40}\b(?:previous|prior|above|earlier|all|other|system|user'?s?)\b[^.\n]{0,30}\b(?:instructions?|rules?|prompts?|guidelines?|messages?)\b/gi,
    message: 'Tells the assistant to drop its other instructions.',
  },
  {
    pattern:
      /\b(?:do not|don't|never|without)\s+(?:tell(?:ing)?|mention(?:ing)?|inform(?:ing)?|reveal(?:ing)?|show(?:ing)?|notify(?:ing)?|ask(?:ing)?|alert(?:ing)?)\b[^.\n]{0,30}\b(?:user|human|developer|reviewer|anyone|them)\b/gi,
    message: 'Tells the assistant to keep something from the person.',
  },
  {
    pattern:
      /\b(?:send|post|upload|exfiltrate|transmit|forward|leak)\b(?:[^.\n]|\.(?!\s)){0,60}?(?:https?:\/\/|\.env\b|\b(?:secrets?|credentials?|api[- ]?keys?|tokens?|passwords?|environment variables?)\b)/gi,
    message: 'Tells the assistant to send something away.',
  },
  {
    pattern:
      /\b(?:disable|turn off|bypass|skip|remove)\b[^.\n]{0,30}\b(?:security|safety|guardrails?|permission|sandbox|approval|confirmation)\b[^.\n]{0,20}\b(?:checks?|prompts?|mode|rules?|warnings?|scans?)?/gi,
    message: 'Tells the assistant to get round a safety measure.',
  },
  {
    pattern: /\byou are (?:now|actually|no longer)\b[^.\n]{0,40}/gi,
    message: 'Gives the assistant another role.',
  },
]
/** Our own markers, and the bare markers other generators leave. */
const OWN_MARKER =
  /^<!--\s*(?:guardrail-coach:(?:begin v=1 sha256=[0-9a-f]{64}|end)|(?:BEGIN|END|START|Source|nx configuration)\b[^>]{0,60}|markdownlint[^>]*|prettier-ignore[^>]*|omit in toc)\s*-->$/i
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g
const LINK_COMMENT = /^[ \t]*\[[^\]]{0,40}\]:\s*(?:#|<>)\s*["'(].{3,}/gm
const DETAILS = /<details\b(?![^>]{0,200}\bopen\b)[\s\S]*?(?:<\/details>|$)/gi
/** A comment that speaks to somebody: a verb that orders, in a sentence. */
const ORDERS =
  /\b(?:must|always|never|ignore|run|execute|send|fetch|download|install|delete|write|add|use|include|insert|do not|don't|make sure|assistant|agent|copilot|claude|model|llm|ai)\b/i

/** Finds sentences that try to take an assistant over. */
export const checkTakeovers: AuditCheck = function* (text) {
  for (const { pattern, message } of TAKEOVERS)
    for (const match of text.matchAll(pattern))
      yield { kind: 'injected-instruction', offset: match.index, message, seen: match[0] }
}

/** Finds instructions in places that a rendered page does not show and a model reads all the same. */
export const checkHiddenPlaces: AuditCheck = function* (text) {
  for (const match of text.matchAll(COMMENT))
    if (!OWN_MARKER.test(match[0]) && ORDERS.test(match[0]))
      yield {
        kind: 'hidden-instruction',
        offset: match.index,
        message: 'A comment, unseen on the rendered page, speaks to the assistant.',
        seen: match[0],
      }
  for (const match of text.matchAll(LINK_COMMENT))
    yield {
      kind: 'hidden-instruction',
      offset: match.index,
      message: 'A link definition is used as a hidden comment.',
      seen: match[0],
    }
  for (const match of text.matchAll(DETAILS))
    if (ORDERS.test(match[0]))
      yield {
        kind: 'hidden-instruction',
        offset: match.index,
        message: 'A folded section speaks to the assistant.',
        seen: match[0],
      }
}
