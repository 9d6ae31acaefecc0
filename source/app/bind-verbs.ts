import type { Toolbox } from '../ports/toolbox.js'
import { applySync } from './apply-sync.js'
import { askAssistant } from './ask-assistant.js'
import type { CoachVerbs } from './coach-verbs.js'
import { decideRule } from './decide-rule.js'
import { exemptFinding } from './exempt-finding.js'
import { applyFixSet, keepFixSet, planFixSet } from './fix-set.js'
import { forgetRemediation } from './forget-remediation.js'
import { lookForPlaces } from './look-for-places.js'
import { applyNotedFix, recordNotedFix, undoAndDrop, verifyNotedEdit } from './note-fix.js'
import { planSync } from './plan-sync.js'
import { previewFix } from './preview-fix.js'
import { draftRemediation } from './record-remediation.js'
import { reviewFacts } from './review-facts.js'
import { editRule } from './review-rules.js'
import { scanProject } from './scan-project.js'
import { takeBackChange } from './take-back-change.js'
import { tryFix } from './try-fix.js'
import { listUndoable, undoNotedFix } from './undo-noted-fix.js'

/** Returns the verbs of a session bound to a project's tools; a scan of everything keeps to `paths` when there are any. */
export function bindVerbs(tools: Toolbox, paths: readonly string[] = []): CoachVerbs {
  return {
    scan: request =>
      scanProject(tools, { ...request, paths: request.paths.length > 0 ? request.paths : paths }),
    previewFix: (finding, fixId, holes) => previewFix(tools, finding, fixId, holes),
    tryFix: preview => tryFix(tools, preview),
    applyFix: preview => applyNotedFix(tools, preview),
    undoFix: applied => undoAndDrop(tools, applied),
    verifyEdit: (finding, textBefore) => verifyNotedEdit(tools, finding, textBefore),
    askAssistant: (finding, assistant, run) => askAssistant(tools, finding, assistant, run),
    planSet: (findings, fixId, onPlace, signal) => planFixSet(tools, findings, fixId, onPlace, signal),
    applySet: (previews, onPlace) => applyFixSet(tools, previews, onPlace),
    keepSet: places => keepFixSet(tools, places),
    listUndoable: () => listUndoable(tools),
    undoNoted: fix => undoNotedFix(tools, fix),
    exempt: (finding, decision) => exemptFinding(tools, finding, decision),
    draftRule: (applied, words) => draftRemediation(tools, { applied, words }),
    keepRule: (applied, words) => recordNotedFix(tools, { applied, words }),
    forgetFix: remediation => forgetRemediation(tools, remediation),
    editRule: (id, text) => tools.workspace.withLock(() => editRule(tools, id, text)),
    reviewFacts: () => reviewFacts(tools),
    lookForPlaces: (rules, signal) => lookForPlaces(tools, rules, signal),
    decide: decision => tools.workspace.withLock(() => decideRule(tools, decision)),
    takeBack: change => tools.workspace.withLock(() => takeBackChange(tools, change)),
    planSync: options => planSync(tools, options),
    applySync: plan => applySync(tools, plan),
  }
}
