import { buildToolbox } from '../../source/cli/build-toolbox.js'
import type { FakeToolbox } from './fake-toolbox.js'
import { createTempFolder, type TempProject } from './temp-project.js'

/**
 * Returns the toolbox that the program itself builds for a project, with the developer's own folders in a temporary one.
 * It is typed as the fake one, so that `runCommand` takes it.
 */
export async function openRealToolbox(
  project: TempProject,
  from: string | null = null,
): Promise<FakeToolbox> {
  const home = createTempFolder()
  const env = { PATH: process.env.PATH, HOME: home, GUARDRAIL_COACH_HOME: home, XDG_STATE_HOME: home }
  const scanner = { engine: null, from, configs: [], allowNetwork: false }
  const tools = await buildToolbox(project.root, { env, cwd: project.root, scanner })
  if (!tools.ok) throw new Error(tools.problem.message)
  return {
    ...tools.value,
    workspace: { ...tools.value.workspace, files: new Map() },
  } as unknown as FakeToolbox
}
