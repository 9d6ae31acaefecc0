import { DEFAULT_CONFIG } from '../core/config/project-config.js'
import type { ProjectRecords, ProjectStore } from '../ports/project-store.js'
import type { Workspace } from '../ports/workspace.js'
import { lazyPort } from './lazy-port.js'

/** What a project without records holds. */
const NO_RECORDS: ProjectRecords = {
  config: DEFAULT_CONFIG,
  rules: [],
  remediations: [],
  exemptions: [],
  policy: [],
  policyProblems: [],
  problems: [],
}

/**
 * Returns the project's records. What reads and checks them is large, so it is loaded only where there are any: every
 * command asks for them, and most projects begin with none.
 */
export function lazyProjectStore(workspace: Workspace): ProjectStore {
  const store = lazyPort<ProjectStore>(async () => {
    const { openProjectStore } = await import('../adapters/store-project/open-project-store.js')
    return openProjectStore(workspace)
  })
  return {
    load: async () => ((await workspace.exists('.guardrail-coach')) ? store.load() : NO_RECORDS),
    saveRemediation: record => store.saveRemediation(record),
    removeRemediation: id => store.removeRemediation(id),
    saveRule: rule => store.saveRule(rule),
    removeRule: id => store.removeRule(id),
    saveExemption: record => store.saveExemption(record),
    removeExemption: id => store.removeExemption(id),
    readPack: path => store.readPack(path),
    saveConfig: config => store.saveConfig(config),
  }
}
