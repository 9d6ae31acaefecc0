import type { Toolbox } from '../ports/toolbox.js'
import { applyFix } from './apply-fix.js'
import type { CoachVerbs } from './coach-verbs.js'
import { draftRule } from './draft-rule.js'
import { exemptFinding } from './exempt-finding.js'
import { previewFix } from './preview-fix.js'
import { recordRemediation } from './record-remediation.js'
import { editRule, promoteRule, retireRule } from './review-rules.js'
import { scanProject } from './scan-project.js'
import { tryFix } from './try-fix.js'
import { undoFix } from './undo-fix.js'
import { verifyEdit } from './verify-edit.js'

/** Returns the verbs of a session bound to a project's tools. */
export function bindVerbs(tools: Toolbox): CoachVerbs {
  return {
    scan: request => scanProject(tools, request),
    previewFix: (finding, fixId, holes) => previewFix(tools, finding, fixId, holes),
    tryFix: preview => tryFix(tools, preview),
    applyFix: preview => applyFix(tools, preview),
    undoFix: applied => undoFix(tools, applied),
    verifyEdit: (finding, textBefore) => verifyEdit(tools, finding, textBefore),
    exempt: (finding, decision) => exemptFinding(tools, finding, decision),
    draftRule: (applied, words) => draftRule(tools, { applied, words }),
    keepRule: (applied, words) => recordRemediation(tools, { applied, words }),
    promoteRule: id => promoteRule(tools, id),
    editRule: (id, text) => editRule(tools, id, text),
    retireRule: (id, reason) => retireRule(tools, id, reason),
    planSync: async () => ({ ok: false, problem: { kind: 'bug', message: 'none', nextSteps: [] } }),
    applySync: async () => ({ ok: false, problem: { kind: 'bug', message: 'none', nextSteps: [] } }),
  }
}
