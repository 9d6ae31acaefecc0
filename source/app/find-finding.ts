import type { Finding } from '../core/finding/finding.js'
import { fail, type Result, succeed } from '../core/problem.js'
import { type ProjectScanRequest, scanProject } from './scan-project.js'

/** Shorter beginnings of a fingerprint say too little to act on. */
const SHORTEST = 6

/** Scans the project and returns the one finding whose fingerprint begins with `prefix`. */
export async function findFinding(
  tools: Parameters<typeof scanProject>[0],
  prefix: string,
  request: Pick<ProjectScanRequest, 'signal' | 'onProgress'> = {},
): Promise<Result<Finding>> {
  if (!/^[0-9a-f]+$/.test(prefix) || prefix.length < SHORTEST)
    return refuse(`A fingerprint has at least ${SHORTEST} of the digits 0-9 and a-f.`)
  const report = await scanProject(tools, { paths: [], ...request })
  if (!report.ok) return report
  const [finding, another] = report.value.findings.filter(one => one.fingerprint.startsWith(prefix))
  if (finding === undefined) return refuse('No finding has this fingerprint now.')
  if (another !== undefined) return refuse('More than one finding begins with these digits.')
  return succeed(finding)
}

function refuse(message: string) {
  return fail({
    kind: 'user-can-act',
    message,
    untouched: 'Nothing was written.',
    nextSteps: ['guardrail-coach scan --plain lists every finding with its fingerprint.'],
  })
}
