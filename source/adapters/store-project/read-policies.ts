import { isSafeGlob } from '../../core/guardrail/target-parts.js'
import { lintText } from '../../core/learned-rule/lint-text.js'
import { fail, type Problem, type Result, succeed } from '../../core/problem.js'
import type { PolicyGuardrail } from '../../ports/project-store.js'
import type { Workspace } from '../../ports/workspace.js'
import { readPackageFile } from './read-package-file.js'
import { readRecord } from './record-file.js'
import { policySchema } from './schemas.js'

const PACKAGE = /^(?:@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*$/
const FILE_OF_PACKAGE = 'guardrail-policy.yml'

/** Returns the guardrails of the policies a config extends, and a problem for each policy that could not be used whole. */
export async function readPolicies(
  workspace: Pick<Workspace, 'root' | 'read'>,
  names: readonly string[],
): Promise<{ readonly policy: readonly PolicyGuardrail[]; readonly policyProblems: readonly Problem[] }> {
  const results = await Promise.all(names.map(name => readPolicy(workspace, name)))
  return {
    policy: results.flatMap(result => (result.ok ? result.value : [])),
    policyProblems: results.flatMap(result => (result.ok ? [] : [result.problem])),
  }
}

async function readPolicy(
  workspace: Pick<Workspace, 'root' | 'read'>,
  name: string,
): Promise<Result<readonly PolicyGuardrail[]>> {
  const isFile = name.startsWith('.') || /\.ya?ml$/.test(name)
  if (!isFile && !PACKAGE.test(name))
    return fail(unusable(name, 'it is neither a file of the project nor a package'))
  const path = isFile ? name.replace(/^\.\//, '') : `node_modules/${name}/${FILE_OF_PACKAGE}`
  const here = await workspace.read(path)
  // The package may stand above the project, or be another package of the same repository.
  const file = here.ok || isFile ? here : await readPackageFile(workspace.root, name, FILE_OF_PACKAGE)
  if (!file.ok) return fail(unusable(path, file.problem.message))
  const policy = readRecord('yaml', path, file.value.text, policySchema)
  if (!policy.ok) return fail(unusable(path, policy.problem.message))
  for (const { id, text, scope } of policy.value.guardrails) {
    const issue = lintText(text).find(one => one.level === 'refuse')
    if (issue) return fail(unusable(path, `guardrail ${id}: ${issue.message}`))
    if (!scope.every(isSafeGlob))
      return fail(unusable(path, `guardrail ${id}: its scope is no list of globs such as src/**.`))
  }
  return succeed(policy.value.guardrails.map(one => ({ ...one, id: `policy/${one.id}` })))
}

function unusable(path: string, reason: string): Problem {
  return {
    kind: 'user-can-act',
    message: `The team policy cannot be used: ${reason}`,
    path,
    untouched: 'No guardrail file is written without it.',
    nextSteps: ['Install or mend the policy, or take it out of extends: in .guardrail-coach/config.yml.'],
  }
}
