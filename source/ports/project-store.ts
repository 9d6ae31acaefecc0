import type { ProjectConfig } from '../core/config/project-config.js'
import type { Exemption } from '../core/learned-rule/exemption.js'
import type { LearnedRule } from '../core/learned-rule/learned-rule.js'
import type { Remediation } from '../core/learned-rule/remediation.js'
import type { RulePack } from '../core/learned-rule/rule-pack.js'
import type { Problem, Result } from '../core/problem.js'

/** What `.guardrail-coach/` holds, with a problem for each file that could not be read (it is left as it is). */
export type ProjectRecords = {
  readonly config: ProjectConfig
  readonly rules: readonly LearnedRule[]
  readonly remediations: readonly Remediation[]
  readonly exemptions: readonly Exemption[]
  /** Guardrails of the team policies that the config extends. */
  readonly policy: readonly PolicyGuardrail[]
  /** Policies that could not be read: nothing may be synced without them. */
  readonly policyProblems: readonly Problem[]
  readonly problems: readonly Problem[]
}

/** One line of a team policy. */
export type PolicyGuardrail = {
  readonly id: string
  readonly weakness: string
  readonly text: string
  readonly scope: readonly string[]
}

/** The project's own records in `.guardrail-coach/`, one file an item (design.md §4). */
export type ProjectStore = {
  readonly load: () => Promise<ProjectRecords>
  readonly saveRemediation: (remediation: Remediation) => Promise<Result<null>>
  readonly removeRemediation: (id: string) => Promise<Result<null>>
  readonly saveRule: (rule: LearnedRule) => Promise<Result<null>>
  readonly removeRule: (id: string) => Promise<Result<null>>
  readonly saveExemption: (exemption: Exemption) => Promise<Result<null>>
  readonly removeExemption: (id: string) => Promise<Result<null>>
  /** Reads a pack of rules from a file of the project; fails when it is none. */
  readonly readPack: (path: string) => Promise<Result<RulePack>>
  readonly saveConfig: (config: ProjectConfig) => Promise<Result<null>>
}
