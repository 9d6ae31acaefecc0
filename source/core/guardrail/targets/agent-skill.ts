import type { Target } from '../target.js'
import { frontmatter, ownFile } from '../target-parts.js'

const HEAD = frontmatter([
  'name: guardrail-coach',
  'description: More security guardrails of this project. Read before changing code that handles input, queries, files, processes, secrets or sign-in.',
])

/** Not an assistant: what has no room in the always-on block, in a skill that assistants load when it matters. */
export const agentSkill: Target = {
  id: 'agent-skill',
  name: 'Agent Skill',
  signs: [],
  looksAt: [],
  reads: () => [],
  places: files => [
    ownFile(
      `${files.under('.claude/').length > 0 ? '.claude' : '.agents'}/skills/guardrail-coach/SKILL.md`,
      HEAD,
    ),
  ],
}
