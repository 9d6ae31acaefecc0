import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Finding } from '../core/finding/finding.js'
import type { FixProposal } from '../core/fix/fix.js'
import type { Problem } from '../core/problem.js'
import { buildSarif } from '../core/sarif/build-sarif.js'
import { printable } from '../core/text/printable.js'
import { count } from '../core/text/words.js'
import type { ScanReport } from '../ports/scanner.js'
import type { CommandInput } from './command.js'
import { toJson } from './to-json.js'

/** Writes a report to a file as SARIF 2.1.0, complete fixes included; returns the problem when it cannot be written. */
export async function writeSarif(
  { tools, io, cwd, version }: Pick<CommandInput, 'tools' | 'io' | 'cwd' | 'version'>,
  file: string,
  report: ScanReport,
): Promise<Problem | null> {
  const texts = await readTexts(tools, report.findings)
  const fixes = await proposeFixes(tools, report.findings, texts)
  const log = buildSarif({ findings: report.findings, errors: report.errors, texts, fixes, version })
  try {
    await writeFile(resolve(cwd, file), `${toJson(log)}\n`)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
    return {
      kind: 'user-can-act',
      message: `The SARIF file ${printable(file)} could not be written (${code}).`,
      untouched: 'The project was not changed.',
      nextSteps: ['Name a file in a folder that exists and can be written to.'],
    }
  }
  io.err(`${count(report.findings.length, 'finding')} written to ${printable(file)}.`)
  return null
}

async function readTexts(
  tools: CommandInput['tools'],
  findings: readonly Finding[],
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>()
  for (const path of new Set(findings.map(finding => finding.path))) {
    const file = await tools.workspace.read(path)
    if (file.ok) texts.set(path, file.value.text)
  }
  return texts
}

async function proposeFixes(
  tools: CommandInput['tools'],
  findings: readonly Finding[],
  texts: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, readonly FixProposal[]>> {
  const fixes = new Map<string, readonly FixProposal[]>()
  for (const finding of findings) {
    const text = texts.get(finding.path)
    if (text === undefined) continue
    const proposals: FixProposal[] = []
    for (const fix of finding.fixes.filter(one => one.kind === 'rewrite')) {
      const proposal = await tools.scanner.proposeFix(finding, fix.id, text)
      if (proposal.ok && proposal.value.holes.length === 0) proposals.push(proposal.value)
    }
    if (proposals.length > 0) fixes.set(finding.fingerprint, proposals)
  }
  return fixes
}
