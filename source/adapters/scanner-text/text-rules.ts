import { PIPELINE_RULES } from './pipeline-rules.js'
import { TEMPLATE_RULES } from './template-rules.js'
import type { TextRule } from './text-rule.js'

/** Every rule for files that no grammar reads. */
export const TEXT_RULES: readonly TextRule[] = [...TEMPLATE_RULES, ...PIPELINE_RULES]
