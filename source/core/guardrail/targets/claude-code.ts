import { present } from '../project-files.js'
import type { Target } from '../target.js'
import { frontmatter, ownFile, yamlList } from '../target-parts.js'

const OWN = ['CLAUDE.md', '.claude/CLAUDE.md', 'CLAUDE.local.md']
const AGENTS = ['AGENTS.md', '.claude/AGENTS.md']
const IMPORTS_AGENTS = /(?:^|\s)@(?:\.\/)?AGENTS\.md\b/

/** Never a CLAUDE.md: creating one would turn AGENTS.md off. */
export const claudeCode: Target = {
  id: 'claude-code',
  name: 'Claude Code',
  signs: ['CLAUDE.md', 'CLAUDE.local.md', '.claude/'],
  looksAt: ['CLAUDE.md', '.claude/CLAUDE.md', 'CLAUDE.local.md'],
  reads: files => {
    const own = present(files, OWN)
    const rules = files.under('.claude/rules/', '.md')
    // AGENTS.md is read only while no CLAUDE.md exists (2.1.277 and later); rules files do not count.
    if (own.length === 0) return [...present(files, AGENTS), ...rules]
    const isImported = own.some(path => IMPORTS_AGENTS.test(files.text(path)))
    return [...own, ...(isImported ? present(files, ['AGENTS.md']) : []), ...rules]
  },
  places: () => [ownFile('.claude/rules/guardrail-coach.md')],
  scoped: (name, globs) => ({
    path: `.claude/rules/${name}.md`,
    head: frontmatter(yamlList('paths', globs)),
  }),
}
