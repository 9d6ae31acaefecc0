import { type Result, succeed } from '../core/problem.js'
import { measureProject, type ProjectMeasure } from '../core/stats/project-measure.js'
import type { ScanReport } from '../ports/scanner.js'
import type { Toolbox } from '../ports/toolbox.js'
import { type ProjectScanRequest, scanProject } from './scan-project.js'

/** Scans the project and counts what was found, decided and learned; the scan itself is handed on for its errors. */
export async function measure(
  tools: Parameters<typeof scanProject>[0] & Pick<Toolbox, 'personal'>,
  request: Pick<ProjectScanRequest, 'signal' | 'onProgress'> = {},
): Promise<Result<{ readonly measure: ProjectMeasure; readonly report: ScanReport }>> {
  const report = await scanProject(tools, { paths: [], ...request })
  if (!report.ok) return report
  const [records, bookmark] = await Promise.all([
    tools.store.load(),
    tools.personal.bookmark(tools.workspace.root),
  ])
  const { findings } = report.value
  const { remediations, rules } = records
  const later = bookmark?.later ?? []
  return succeed({ measure: measureProject({ findings, later, remediations, rules }), report: report.value })
}
