import type { SkipReason } from '../../../ports/scanner.js'
import type { FileOutcome } from '../scan/file-outcome.js'
import type { LinkRecord } from '../scan/link-project.js'
import type { FlowLinks, FlowQuery } from '../taint/flow-types.js'
import type { ImportTargets } from '../taint/link/import-index.js'
import type { ImportText } from '../taint/link/resolve-module.js'
import { type FindingKind, type PackedFinding, packFinding, unpackFinding } from './pack-finding.js'
import { type SharedValues, shareValues } from './shared-values.js'

/** What tells a changed file without reading it. The time of the last change of the inode cannot be set back. */
export type FileState = {
  readonly size: number
  readonly mtimeMs: number
  readonly ctimeMs: number
  readonly inode: number
}

/** What is known of one file. */
export type KnownFile = {
  readonly state: FileState
  readonly outcome: FileOutcome
  /** Its part in linking; null when it asked nothing. */
  readonly link: LinkRecord | null
  /** The files that its imports mean; null when nobody asked. */
  readonly targets: ImportTargets | null
}

/** What entries share: kinds of findings and questions about flows. */
export type EntryTables = {
  readonly kinds: SharedValues<FindingKind>
  readonly queries: SharedValues<FlowQuery>
}

/** The tables as they are written. */
export type WrittenTables = { readonly kinds: readonly FindingKind[]; readonly queries: readonly FlowQuery[] }

/** Returns tables that begin with what was written. */
export function openTables({ kinds, queries }: WrittenTables = { kinds: [], queries: [] }): EntryTables {
  return { kinds: shareValues(kinds), queries: shareValues(queries) }
}

/** Returns the tables as they are written. */
export function writeTables({ kinds, queries }: EntryTables): WrittenTables {
  return { kinds: kinds.all(), queries: queries.all() }
}

type PackedLinks = {
  readonly open: readonly (readonly [
    exports: readonly (readonly string[])[],
    index: number,
    name: string,
    path: readonly string[],
    query: number,
  ])[]
  readonly asked: readonly (readonly [module: string, members: readonly string[], query: number])[]
}

type PackedRecord = readonly [
  lookups: LinkRecord['lookups'],
  fileSet: string,
  context: LinkRecord['context'],
  renewed: readonly PackedFinding[] | null,
]

/** An entry as a line of JSON. */
export type PackedEntry = readonly [
  path: string,
  state: readonly [number, number, number, number],
  hash: string,
  bytes: number,
  isCode: 0 | 1,
  skipped: SkipReason | null,
  findings: readonly PackedFinding[],
  textFindings: readonly PackedFinding[],
  errors: readonly (readonly [FileOutcome['errors'][number]['kind'], string])[],
  imports: readonly (readonly string[])[],
  links: PackedLinks | null,
  link: PackedRecord | null,
  targets: readonly [fileSet: string, ...paths: string[]] | null,
]

/** Returns an entry as it is written; what it shares with others goes into the tables. */
export function packEntry({ state, outcome, link, targets }: KnownFile, tables: EntryTables): PackedEntry {
  const pack = (findings: FileOutcome['findings']) => findings.map(one => packFinding(one, tables.kinds))
  return [
    outcome.path,
    [state.size, state.mtimeMs, state.ctimeMs, state.inode],
    outcome.hash,
    outcome.bytes,
    outcome.isCode ? 1 : 0,
    outcome.skipped,
    pack(outcome.findings),
    pack(outcome.textFindings),
    // Those without a path concern a rule.
    outcome.errors.map(({ path, kind, message }) => (path === '' ? [kind, message, ''] : [kind, message])),
    outcome.imports.map(({ module, names }) => [module, ...names]),
    outcome.links === null ? null : packLinks(outcome.links, tables),
    link === null
      ? null
      : [link.lookups, link.fileSet, link.context, link.renewed === null ? null : pack(link.renewed)],
    targets === null ? null : [targets.fileSet, ...targets.paths],
  ] as PackedEntry
}

/** Returns the entry again; throws when the line does not hold one. */
export function unpackEntry(packed: PackedEntry, tables: EntryTables): KnownFile {
  const [
    path,
    state,
    hash,
    bytes,
    isCode,
    skipped,
    findings,
    textFindings,
    errors,
    imports,
    links,
    link,
    targets,
  ] = packed
  const unpack = (list: readonly PackedFinding[]) => list.map(one => unpackFinding(path, one, tables.kinds))
  const [size, mtimeMs, ctimeMs, inode] = state
  return {
    state: { size, mtimeMs, ctimeMs, inode },
    outcome: {
      path,
      hash,
      bytes,
      isCode: isCode === 1,
      skipped,
      findings: unpack(findings),
      textFindings: unpack(textFindings),
      errors: errors.map(([kind, message, ...whole]) => ({
        path: whole.length > 0 ? '' : path,
        kind,
        message,
      })),
      imports: imports.map(([module = '', ...names]): ImportText => ({ module, names })),
      links: links === null ? null : unpackLinks(links, tables),
      isLasting: true,
    },
    link: link === null ? null : unpackRecord(link, unpack),
    targets: targets === null ? null : { fileSet: targets[0], paths: targets.slice(1) },
  }
}

function unpackRecord(
  [lookups, fileSet, context, renewed]: PackedRecord,
  unpack: (list: readonly PackedFinding[]) => FileOutcome['findings'],
): LinkRecord {
  return { lookups, fileSet, context, renewed: renewed === null ? null : unpack(renewed) }
}

function packLinks({ open, asked }: FlowLinks, { queries }: EntryTables): PackedLinks {
  return {
    open: open.map(one => [one.exports, one.index, one.name, one.path, queries.placeOf(one.query)]),
    asked: asked.map(({ module, members, query }) => [module, members, queries.placeOf(query)]),
  }
}

function unpackLinks({ open, asked }: PackedLinks, { queries }: EntryTables): FlowLinks {
  return {
    open: open.map(([exports, index, name, path, query]) => ({
      exports,
      index,
      name,
      path,
      query: queries.at(query),
    })),
    asked: asked.map(([module, members, query]) => ({ module, members, query: queries.at(query) })),
  }
}
