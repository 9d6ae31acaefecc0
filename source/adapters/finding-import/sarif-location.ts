import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ForeignRegion } from './foreign-result.js'
import { projectPath } from './project-path.js'
import type { SarifLocation, SarifRegion, SarifRun } from './sarif-schema.js'

type ArtifactLocation = NonNullable<SarifLocation['artifactLocation']>

/**
 * Returns the path of a location relative to `root`, with forward slashes, or null when it names no file inside it.
 * Base ids, artifact indexes, percent-encoding and `file:` URIs are resolved (SARIF 2.1.0 §3.4).
 */
export function pathOf(location: SarifLocation, run: SarifRun, root: string): string | null {
  const artifact = location.artifactLocation
  if (!artifact) return null
  const byIndex = artifact.uri === undefined ? run.artifacts?.[artifact.index ?? -1]?.location : undefined
  const absolute = resolveUri(byIndex ?? artifact, run, root, 0)
  return absolute === null ? null : projectPath(absolute, root)
}

/** Depth is bounded because base ids may name each other in a circle. */
function resolveUri(artifact: ArtifactLocation, run: SarifRun, root: string, depth: number): string | null {
  if (depth > 8) return null
  const uri = artifact.uri
  const baseId = artifact.uriBaseId
  const base = baseId === undefined ? undefined : run.originalUriBaseIds?.[baseId]
  const folder = base ? (resolveUri(base, run, root, depth + 1) ?? root) : root
  if (uri === undefined) return depth > 0 ? folder : null
  try {
    if (/^file:/i.test(uri)) return fileURLToPath(uri)
    if (/^[a-z][a-z0-9+.-]+:/i.test(uri)) return null
    return resolve(folder, decodeURIComponent(uri.split(/[?#]/)[0] ?? ''))
  } catch {
    return null // not a URI that names a file, for example broken percent-encoding: the caller counts it as skipped
  }
}

/** Returns a region in the units the run declares; UTF-16 where it declares none. */
export function regionOf(region: SarifRegion | undefined, columnKind: string | undefined): ForeignRegion {
  if (region?.startLine !== undefined) {
    return {
      unit: columnKind === 'unicodeCodePoints' ? 'points' : 'utf16',
      startLine: region.startLine,
      startColumn: region.startColumn ?? null,
      endLine: region.endLine ?? null,
      endColumn: region.endColumn ?? null,
    }
  }
  if (region?.charOffset !== undefined && region.charOffset >= 0) {
    return {
      unit: 'utf16-offset',
      start: region.charOffset,
      end: region.charOffset + (region.charLength ?? 0),
    }
  }
  if (region?.byteOffset !== undefined && region.byteOffset >= 0) {
    return {
      unit: 'byte-offset',
      start: region.byteOffset,
      end: region.byteOffset + (region.byteLength ?? 0),
    }
  }
  return { unit: 'utf16', startLine: 1, startColumn: null, endLine: null, endColumn: null }
}

/** Returns the code a tool saw at its region, null when the log has none. */
export function snippetOf(location: SarifLocation): string | null {
  const text = location.region?.snippet?.text
  return text === undefined || text.trim() === '' ? null : text
}
