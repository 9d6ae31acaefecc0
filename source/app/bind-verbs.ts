import type { Toolbox } from '../ports/toolbox.js'
import { applyFix } from './apply-fix.js'
import { applySync } from './apply-sync.js'
import { askAssistant } from './ask-assistant.js'
import type { CoachVerbs } from './coach-verbs.js'
import { exemptFinding } from './exempt-finding.js'
import { forgetRemediation } from './forget-remediation.js'
import { planSync } from './plan-sync.js'
import { previewFix } from './preview-fix.js'
import { draftRemediation, recordRemediation } from './record-remediation.js'
import { editRule, promoteRule, retireRule } from './review-rules.js'
import { scanProject } from './scan-project.js'
import { tryFix } from './try-fix.js'
import { undoFix } from './undo-fix.js'
import { verifyEdit } from './verify-edit.js'

/** Returns the verbs of a session bound to a project's tools; a scan of everything keeps to `paths` when there are any. */
export function bindVerbs(tools: Toolbox, paths: readonly string[] = []): CoachVerbs {
  return {
    scan: request =>
      scanProject(tools, { ...request, paths: request.paths.length > 0 ? request.paths : paths }),
    previewFix: (finding, fixId, holes) => previewFix(tools, finding, fixId, holes),
    tryFix: preview => tryFix(tools, preview),
    applyFix: preview => applyFix(tools, preview),
    undoFix: applied => undoFix(tools, applied),
    verifyEdit: (finding, textBefore) => verifyEdit(tools, finding, textBefore),
    askAssistant: (finding, assistant, run) => askAssistant(tools, finding, assistant, run),
    exempt: (finding, decision) => exemptFinding(tools, finding, decision),
    draftRule: (applied, words) => draftRemediation(tools, { applied, words }),
    keepRule: (applied, words) => recordRemediation(tools, { applied, words }),
    forgetFix: remediation => forgetRemediation(tools, remediation),
    promoteRule: (id, sentenceAlone) => promoteRule(tools, id, { sentenceAlone }),
    editRule: (id, text) => editRule(tools, id, text),
    retireRule: (id, reason) => retireRule(tools, id, reason),
    planSync: () => planSync(tools),
    applySync: plan => applySync(tools, plan),
  }
}
