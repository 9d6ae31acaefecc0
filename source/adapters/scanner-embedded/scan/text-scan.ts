import type { TextScan } from '../../../ports/scanner.js'
import type { Hash } from '../../../ports/system.js'
import { createTextChecks, type TextChecks } from '../../scanner-text/text-checks.js'
import { TEXT_RULES } from '../../scanner-text/text-rules.js'
import type { RulePack } from '../rules/rule-pack.js'
import type { ScannedText } from './scan-engine.js'

/** Returns what a scan of one text says, as the port has it. */
export function toTextScan(scanned: ScannedText): TextScan {
  const { file, findings, errors } = scanned
  return {
    findings: findings.map(({ finding }) => finding),
    parsed: file !== null && file.parseErrors === 0,
    parseErrors: file?.parseErrors ?? 0,
    errors,
  }
}

/** Returns the checks of texts as they are, with the names that the pack gives to weaknesses. */
export function textChecksOf(pack: RulePack, hash: Hash): TextChecks {
  const titles = new Map(pack.weaknesses.map(weakness => [weakness.id, weakness.title]))
  return createTextChecks({ hash, rules: TEXT_RULES, titleOf: id => titles.get(id) ?? id })
}
