import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, type Result, succeed } from '../../core/problem.js'
import { printable } from '../../core/text/printable.js'
import { isRemoteConfig } from './semgrep-args.js'

/** Where Semgrep itself looks for rules of a project. */
const LOCAL_CONFIGS = ['.semgrep.yml', '.semgrep.yaml', '.semgrep'] as const

/**
 * Returns the configs for a run: those asked for, else the ones the project has. Fails when there are none, and when
 * one would be fetched from the network without `allowNetwork` (design.md §7: no network on our own account).
 */
export async function findConfigs(
  root: string,
  asked: readonly string[],
  allowNetwork: boolean,
): Promise<Result<readonly string[]>> {
  const remote = asked.find(isRemoteConfig)
  if (remote !== undefined && !allowNetwork) {
    return refusal(`The config ${printable(remote, { maxLine: 120 })} is fetched from the network.`, [
      'Allow it for this run with --allow-network, or give a local file: --config rules.yml',
    ])
  }
  if (asked.length > 0) return succeed(asked)
  const found: string[] = []
  for (const name of LOCAL_CONFIGS) {
    const exists = await access(join(root, name)).then(
      () => true,
      () => false,
    )
    if (exists) found.push(name)
  }
  if (found.length > 0) return succeed(found)
  return refusal('Semgrep needs rules, and this project has none of its own.', [
    `Put them into ${LOCAL_CONFIGS[0]} or the folder .semgrep, or give a file: --config rules.yml`,
    'Or use the embedded rules: --engine builtin',
  ])
}

function refusal(message: string, nextSteps: readonly string[]): Result<never> {
  return fail({ kind: 'user-can-act', message, untouched: 'Nothing was scanned or changed.', nextSteps })
}
