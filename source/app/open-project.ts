import type { OutcomeBody } from '../core/session/event.js'
import type { Settings } from '../core/settings/settings.js'
import type { Weakness } from '../core/weakness/weakness.js'
import type { Preferences } from '../ports/personal-store.js'
import type { EffectTools } from './run-effect.js'

/** The folder with the project's own records; that it exists is the developer's standing yes. */
const RECORDS = '.guardrail-coach'

function settingsOf({ seenWelcome: _, ...settings }: Preferences): Settings {
  return settings
}

/** Returns what a session begins with: the project, its records and where the last session stopped. Writes nothing. */
export async function openProject(tools: EffectTools['tools']): Promise<OutcomeBody> {
  const { workspace, personal, store, content, git } = tools
  const [state, preferences, testCommand, bookmark, records, weaknesses, config] = await Promise.all([
    git.state(),
    personal.preferences(),
    personal.testCommand(workspace.root),
    personal.bookmark(workspace.root),
    store.load(),
    content.weaknesses(),
    workspace.list(RECORDS),
  ])
  const learned = await workspace.list(`${RECORDS}/learned`)
  const mayRecord = config.length + learned.length > 0
  return {
    type: 'project-opened',
    project: {
      name: workspace.root.slice(workspace.root.lastIndexOf('/') + 1),
      root: workspace.root,
      branch: state.branch,
      dirty: state.dirty,
    },
    mayRecord,
    isFirstRun: !preferences.seenWelcome && !mayRecord,
    weaknesses: Object.fromEntries(weaknesses.map((one: Weakness) => [one.id, one])),
    rules: records.rules,
    settings: settingsOf(preferences),
    testCommand,
    later: bookmark?.later ?? [],
    resume: bookmark?.fingerprint ? { ...bookmark, round: bookmark.round ?? [] } : null,
    problems: [...personal.problems(), ...records.problems],
  }
}
