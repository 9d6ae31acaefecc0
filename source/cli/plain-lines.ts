/** What is known of a stream: a terminal, something that holds or takes lines (a pipe or a file), or neither. */
export type StreamKind = 'terminal' | 'pipe' | 'other'

/** Why the coach asks on plain lines by itself, null when it does not. */
export type PlainReason = 'screen-reader' | 'pipe' | null

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Returns whether the coach should ask on plain lines without being told: for a screen reader (`ACCESSIBLE`, or Ink's own
 * `INK_SCREEN_READER`) and a terminal that cannot move its cursor (`TERM=dumb`), and where answers come through a pipe
 * or the lines go into one. Never on a build server, where nobody answers.
 */
export function plainReason(env: Environment, input: StreamKind, output: StreamKind): PlainReason {
  if (isSet(env.CI)) return null
  if (input === 'terminal' && output === 'terminal')
    return isSet(env.ACCESSIBLE) || isSet(env.INK_SCREEN_READER) || env.TERM === 'dumb'
      ? 'screen-reader'
      : null
  if (input === 'pipe') return 'pipe'
  return input === 'terminal' && output === 'pipe' ? 'pipe' : null
}

/** By convention a variable that is set to anything but nothing, 0 or false is on. */
export function isSet(value: string | undefined): boolean {
  return value !== undefined && !['', '0', 'false'].includes(value)
}
