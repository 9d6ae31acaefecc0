import { Box } from 'ink'
import { useMemo } from 'react'
import type { Finding } from '../../core/finding/finding.js'
import { shownSource } from '../../core/finding/shown-source.js'
import { tracePlaces } from '../../core/session/trace-places.js'
import { clipPath, columnsOf } from '../theme/measure.js'
import { CodeFrame } from './code-frame.js'
import { Text } from './text.js'

type TraceProps = {
  readonly finding: Finding
  /** Text of each file by path; absent while it loads, null when it could not be read. */
  readonly sources: Readonly<Record<string, string | null>>
  readonly columns: number
  /** Said on the right of the first file name. */
  readonly aside?: string
}

/** The way of the data from source to sink, file by file. */
export function Trace({ finding, sources, columns, aside = '' }: TraceProps) {
  const shown = useMemo(() => shownSources(finding, sources), [finding, sources])
  return tracePlaces(finding).map((place, index) => {
    const source = shown[place.path]
    const isAsideShown = index === 0 && columns >= 60
    const room = columns - (isAsideShown ? columnsOf(aside) + 2 : 0)
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: one file may be on the way twice
      <Box key={`${place.path} ${index}`} flexDirection="column" flexShrink={0}>
        <Box justifyContent="space-between">
          <Text isBold>{clipPath(place.path, room)}</Text>
          {isAsideShown && <Text tone="quiet">{aside}</Text>}
        </Box>
        {source === null && <Text tone="warn">This file could not be read.</Text>}
        {typeof source === 'string' && (
          <CodeFrame
            path={place.path}
            source={source}
            marks={place.marks}
            columns={columns}
            crossing={place}
          />
        )}
      </Box>
    )
  })
}

function shownSources(finding: Finding, sources: TraceProps['sources']): TraceProps['sources'] {
  const shown = Object.entries(sources).map(([path, text]) => [
    path,
    text === null ? null : shownSource(finding, path, text),
  ])
  return Object.fromEntries(shown)
}
