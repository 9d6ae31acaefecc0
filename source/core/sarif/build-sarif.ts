import type { Finding, TraceStep } from '../finding/finding.js'
import { isSecretFinding } from '../finding/is-secret-finding.js'
import type { Severity } from '../finding/severity.js'
import type { FixProposal } from '../fix/fix.js'
import { indexLines } from '../text/line-index.js'

/** What a log needs beside the findings. */
export type SarifInput = {
  readonly findings: readonly Finding[]
  readonly version: string
  /** Complete fixes by fingerprint; may be empty. */
  readonly fixes: ReadonlyMap<string, readonly FixProposal[]>
  /** Present text of a file by path, for turning edits into regions. */
  readonly texts: ReadonlyMap<string, string>
  readonly errors: readonly { readonly path: string; readonly message: string }[]
}

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

/** GitHub's code-scanning bounds read backwards: a score in the middle of each band. */
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.0',
}
const LEVEL: Readonly<Record<Severity, string>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
}
const PRECISION = { high: 'high', medium: 'medium', low: 'low' } as const

/** Returns a SARIF 2.1.0 log (a plain object, ready for JSON) of the findings. */
export function buildSarif(input: SarifInput): object {
  const ruleIds = [...new Set(input.findings.map(finding => finding.ruleId))].sort()
  const notes = input.errors.map(error => ({
    level: 'warning',
    message: { text: error.message },
    ...(error.path === ''
      ? {}
      : { locations: [{ physicalLocation: { artifactLocation: artifact(error.path) } }] }),
  }))
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'guardrail-coach',
            semanticVersion: input.version,
            rules: ruleIds.map(id => ruleEntry(id, input.findings)),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: notes }],
        results: input.findings.map(finding => resultEntry(finding, ruleIds.indexOf(finding.ruleId), input)),
      },
    ],
  }
}

function ruleEntry(id: string, findings: readonly Finding[]): object {
  const sample = findings.find(finding => finding.ruleId === id)
  if (!sample) return { id }
  return {
    id,
    shortDescription: { text: sample.title },
    fullDescription: { text: sample.message },
    defaultConfiguration: { level: LEVEL[sample.severity] },
    properties: {
      tags: [
        'security',
        ...sample.cwe.map(cwe => `external/cwe/cwe-${cwe}`),
        ...(sample.owasp ? [sample.owasp] : []),
      ],
      precision: PRECISION[sample.confidence],
      'security-severity': SECURITY_SEVERITY[sample.severity],
    },
  }
}

function resultEntry(finding: Finding, ruleIndex: number, input: SarifInput): object {
  const text = input.texts.get(finding.path)
  const snippet = text?.slice(finding.startOffset, finding.endOffset)
  const fixes = text === undefined ? [] : (input.fixes.get(finding.fingerprint) ?? [])
  return {
    ruleId: finding.ruleId,
    ruleIndex,
    level: LEVEL[finding.severity],
    message: { text: finding.message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifact(finding.path),
          region: {
            startLine: finding.startLine,
            startColumn: finding.startColumn,
            endLine: finding.endLine,
            endColumn: finding.endColumn,
            ...(snippet && !isSecretFinding(finding) ? { snippet: { text: snippet } } : {}),
          },
        },
      },
    ],
    partialFingerprints: { 'guardrailCoach/v1': finding.fingerprint },
    properties: { 'security-severity': SECURITY_SEVERITY[finding.severity], weakness: finding.weakness },
    ...(finding.trace.length > 1
      ? { codeFlows: [{ threadFlows: [{ locations: finding.trace.map(stepEntry) }] }] }
      : {}),
    ...(fixes.length > 0 && text !== undefined ? { fixes: fixes.map(fix => fixEntry(fix, text)) } : {}),
    ...(finding.exempt
      ? {
          suppressions: [
            {
              kind: finding.exempt.kind === 'in-source' ? 'inSource' : 'external',
              status: 'accepted',
              justification: finding.exempt.reason,
            },
          ],
        }
      : {}),
  }
}

function stepEntry(step: TraceStep): object {
  return {
    location: {
      physicalLocation: {
        artifactLocation: artifact(step.path),
        region: { startLine: step.line, startColumn: step.column },
      },
      message: { text: step.label },
    },
  }
}

function fixEntry(fix: FixProposal, text: string): object {
  const index = indexLines(text)
  return {
    description: { text: fix.fix.title },
    artifactChanges: [
      {
        artifactLocation: artifact(fix.path),
        replacements: fix.edits.map(edit => {
          const start = index.placeAt(edit.start)
          const end = index.placeAt(edit.end)
          return {
            deletedRegion: {
              startLine: start.line,
              startColumn: start.column,
              endLine: end.line,
              endColumn: end.column,
            },
            insertedContent: { text: edit.text },
          }
        }),
      },
    ],
  }
}

/** SARIF wants a URI reference: each part of the path percent-encoded. */
function artifact(path: string): object {
  return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' }
}
