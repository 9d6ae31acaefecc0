import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Confidence } from '../../source/core/finding/severity.js'

/** A checked-out project: what it serves for, and which commit was looked at. */
export type Project = {
  readonly name: string
  readonly repository: string
  readonly commit: string
  readonly kind: 'clean' | 'application' | 'teaching'
  readonly sample: Sample
  /** Of the untouched sample: the commit of guardrail-coach whose rules were held against it, before anything was mended on it. */
  readonly rules?: string
}

/** Rules are mended on what development projects show; an untouched one is scanned and judged once, and nothing is mended on it. */
export type Sample = 'development' | 'untouched'

/** One finding that a person looked at with the code in view. */
export type Judgement = {
  /** Name of a project that is scanned for the report, or `owner/name` of one of an earlier sample. */
  readonly project: string
  readonly rule: string
  readonly path: string
  readonly line: number
  /** How sure the rule was when it was judged; the report asks how sure it is now. */
  readonly confidence?: Confidence
  readonly verdict: 'true' | 'false'
  readonly reason: string
}

/** A vulnerability that the documentation of a teaching project names, and where code shows it. */
export type Documented = {
  readonly project: string
  readonly name: string
  /** Empty when no code shows it; `why` then says so. */
  readonly rules: readonly string[]
  readonly path: string
  readonly why: string
}

/** What the script reads of `scan --json`. */
export type Scan = {
  readonly findings: readonly {
    readonly ruleId: string
    readonly path: string
    readonly startLine: number
    readonly confidence: Confidence
  }[]
  readonly errors: readonly { readonly kind: string }[]
}

/** What a sample gave when nobody had mended anything on it; later its projects became development projects. */
export type EarlierSample = {
  readonly date: string
  /** The commit of guardrail-coach whose rules were held against it. */
  readonly rules: string
  readonly languages: string
  /** Names of projects, or `owner/name@commit` of those that are not scanned for the report. */
  readonly projects: readonly string[]
  readonly judged: Readonly<Record<'high' | 'medium', EarlierCount>>
}

/** What was judged of the findings of one confidence. */
export type EarlierCount = {
  readonly true: number
  readonly false: number
  /** Findings told, where not all of them were judged. */
  readonly told?: number
}

export type Facts = {
  readonly earlier: readonly EarlierSample[]
  readonly projects: readonly Project[]
  readonly judgements: readonly Judgement[]
  readonly documented: readonly Documented[]
}

/** Returns the data beside this file. */
export function readFacts(): Facts {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8'))
  return {
    earlier: read('earlier-samples.json') as readonly EarlierSample[],
    projects: read('projects.json') as readonly Project[],
    judgements: read('judgements.json') as readonly Judgement[],
    documented: read('documented.json') as readonly Documented[],
  }
}
