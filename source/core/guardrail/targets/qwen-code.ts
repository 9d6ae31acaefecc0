import { present } from '../project-files.js'
import type { Target } from '../target.js'
import { frontmatter, ownFile, yamlList } from '../target-parts.js'

/** A rules file without frontmatter is loaded at start. */
export const qwenCode: Target = {
  id: 'qwen-code',
  name: 'Qwen Code',
  signs: ['QWEN.md', '.qwen/'],
  looksAt: [],
  reads: files => [...present(files, ['QWEN.md', 'AGENTS.md']), ...files.under('.qwen/rules/', '.md')],
  places: () => [ownFile('.qwen/rules/guardrail-coach.md')],
  scoped: (name, globs) => ({
    path: `.qwen/rules/${name}.md`,
    head: frontmatter(yamlList('paths', globs)),
  }),
}
