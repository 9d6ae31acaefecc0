import { present } from '../project-files.js'
import type { Target } from '../target.js'
import { frontmatter, managedBlock, ownFile, yamlList } from '../target-parts.js'

/** When `.clinerules` is a file it takes a block; a folder of that name could not stand beside it. */
export const cline: Target = {
  id: 'cline',
  name: 'Cline',
  signs: ['.clinerules', '.clinerules/', '.cline/'],
  looksAt: [],
  reads: files => [
    ...present(files, ['AGENTS.md', '.clinerules', '.cursorrules', '.windsurfrules']),
    ...files.under('.clinerules/', '.md'),
    ...files.under('.clinerules/', '.txt'),
    ...files.under('.cursor/rules/', '.mdc'),
  ],
  places: files => [
    files.has('.clinerules') ? managedBlock('.clinerules') : ownFile('.clinerules/guardrail-coach.md'),
  ],
  scoped: (name, globs) => ({
    path: `.clinerules/${name}.md`,
    head: frontmatter(yamlList('paths', globs)),
  }),
}
