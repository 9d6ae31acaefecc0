import { Text as InkText, type TextProps as InkTextProps } from 'ink'
import { Children, type ReactNode } from 'react'
import { printable } from '../../core/text/printable.js'
import type { Tone, ToneStyle } from '../theme/tones.js'
import { useTones } from '../theme/use-tones.js'

/** What is left of a tab that nobody expanded: a terminal would go to a column of its own with it. */
const TAB = '  '

type TextProps = {
  readonly tone?: Tone | undefined
  readonly isBold?: boolean
  readonly isUnderlined?: boolean
  readonly isInverse?: boolean
  readonly wrap?: NonNullable<InkTextProps['wrap']>
  readonly children?: ReactNode
}

/**
 * The only way text reaches the screen: every string in it goes through `printable()`, so no file name, code or
 * message of a scanned project can drive the terminal, whichever screen shows it.
 */
export function Text({
  tone,
  isBold = false,
  isUnderlined = false,
  isInverse = false,
  wrap,
  children,
}: TextProps) {
  const tones = useTones()
  const style: ToneStyle = tone ? tones[tone] : {}
  return (
    <InkText
      {...(style.color ? { color: style.color } : {})}
      bold={isBold || style.bold === true}
      underline={isUnderlined || style.underline === true}
      inverse={isInverse}
      wrap={wrap ?? 'wrap'}
    >
      {Children.map(children, child =>
        typeof child === 'string' ? printable(child, { lines: true }).replaceAll('\t', TAB) : child,
      )}
    </InkText>
  )
}
