import type { ProjectFiles } from './project-files.js'

/**
 * How an assistant takes instruction files in subfolders. `adds`: together with the root's; `replaces`: instead of the
 * root's while it works there; `ignores`: not at all.
 */
type NestedWay = 'adds' | 'replaces' | 'ignores'

type NestedReading = {
  readonly names: readonly string[]
  readonly way: NestedWay
  /** When, in words that finish "It reads web/AGENTS.md …". */
  readonly when: string
  /** Whether only the first of the names in one folder is read. */
  readonly isFirstOnly?: true
}

const AGENTS = ['AGENTS.md']
const THERE = 'while it works there'

/** What is known of each target (formats.md §3); those that nothing is known of are not in it. */
const NESTED: Readonly<Record<string, readonly NestedReading[]>> = {
  'claude-code': [
    { names: ['CLAUDE.md', 'CLAUDE.local.md'], way: 'adds', when: 'once it reads a file there' },
  ],
  'github-copilot': [
    {
      names: AGENTS,
      way: 'replaces',
      when: 'in the cloud agent; VS Code only with chat.useNestedAgentsMdFiles',
    },
  ],
  'copilot-cli': [{ names: AGENTS, way: 'adds', when: THERE }],
  cursor: [{ names: AGENTS, way: 'adds', when: `${THERE}; where they differ it counts more` }],
  codex: [
    {
      names: ['AGENTS.override.md', 'AGENTS.md'],
      way: 'adds',
      when: 'when it is started there or below',
      isFirstOnly: true,
    },
  ],
  'gemini-cli': [{ names: ['GEMINI.md'], way: 'adds', when: 'once a tool touches the folder' }],
  windsurf: [{ names: AGENTS, way: 'adds', when: THERE }],
  antigravity: [{ names: ['AGENTS.md', 'GEMINI.md'], way: 'adds', when: THERE }],
  cline: [{ names: AGENTS, way: 'ignores', when: '' }],
  'roo-code': [{ names: AGENTS, way: 'ignores', when: ', unless enableSubfolderRules is on' }],
  continue: [
    { names: ['rules.md'], way: 'adds', when: THERE },
    { names: ['AGENTS.md', 'AGENT.md', 'CLAUDE.md'], way: 'ignores', when: '' },
  ],
  kiro: [{ names: AGENTS, way: 'adds', when: THERE }],
  zed: [{ names: ['.rules', 'AGENTS.md', 'CLAUDE.md', 'GEMINI.md'], way: 'ignores', when: '' }],
  augment: [{ names: ['AGENTS.md', 'CLAUDE.md'], way: 'adds', when: THERE }],
  goose: [{ names: ['AGENTS.md', '.goosehints'], way: 'adds', when: 'once it touches the folder' }],
  opencode: [
    {
      names: ['AGENTS.md', 'CLAUDE.md'],
      way: 'replaces',
      when: 'when it is started there',
      isFirstOnly: true,
    },
  ],
  amp: [{ names: AGENTS, way: 'adds', when: THERE }],
  factory: [{ names: AGENTS, way: 'adds', when: THERE }],
  warp: [{ names: ['AGENTS.md', 'WARP.md'], way: 'adds', when: THERE }],
  'grok-cli': [{ names: AGENTS, way: 'adds', when: 'when it is started there or below' }],
}

/** A file in a subfolder, and what it means for one assistant. */
export type NestedFile = {
  readonly path: string
  /** The file of the same folder that is read instead of it; empty when there is none. */
  readonly by: string
} & Pick<NestedReading, 'way' | 'when'>

/** Returns the instruction files in subfolders that a target reads or leaves out, in the order of their paths. */
export function nestedFiles(target: string, files: ProjectFiles): readonly NestedFile[] {
  const readings = NESTED[target] ?? []
  if (readings.length === 0) return []
  return files.under('').flatMap(path => {
    const cut = path.lastIndexOf('/')
    const folder = path.slice(0, Math.max(0, cut))
    // Folders that begin with a dot belong to single tools; those read them by their own rules.
    if (cut < 0 || folder.split('/').some(part => part.startsWith('.') || part === 'node_modules')) return []
    const reading = readings.find(one => one.names.includes(path.slice(cut + 1)))
    if (!reading) return []
    const { way, when, isFirstOnly } = reading
    const first = isFirstOnly ? reading.names.map(name => `${folder}/${name}`).find(files.has) : path
    if (first !== path && first !== undefined) return [{ path, by: first, way: 'ignores', when: '' }]
    return [{ path, by: '', way, when }]
  })
}
