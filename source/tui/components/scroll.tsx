import { Box, type DOMElement, measureElement } from 'ink'
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { useSession, useStore } from '../session/use-session.js'
import { GLYPHS } from '../theme/glyphs.js'
import { Text } from './text.js'

type ScrollProps = {
  readonly offset: number
  readonly height: number
  readonly children: ReactNode
}

/** A text that may be longer than its place. It tells the session how far it can be scrolled, and shows what is below. */
export function Scroll({ offset, height, children }: ScrollProps) {
  const store = useStore()
  const limit = useSession(session => session.scrollLimit)
  const content = useRef<DOMElement>(null)
  useLayoutEffect(() => {
    if (!content.current) return
    const full = measureElement(content.current).height
    const scrollLimit = full > height ? full - height + 1 : 0
    if (store.getSnapshot().scrollLimit !== scrollLimit)
      store.dispatch({ type: 'text-measured', scrollLimit })
  })
  const below = Math.max(0, limit - offset)
  return (
    <Box flexDirection="column" flexShrink={0}>
      <Box height={limit > 0 ? height - 1 : height} overflow="hidden" flexDirection="column">
        <Box ref={content} marginTop={-Math.min(offset, limit)} flexDirection="column" flexShrink={0}>
          {children}
        </Box>
      </Box>
      {limit > 0 && (
        <Text tone="quiet">{below > 0 ? `${GLYPHS.down} ${below} more lines` : 'end of the text'}</Text>
      )}
    </Box>
  )
}
