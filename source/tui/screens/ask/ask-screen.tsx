import { Box } from 'ink'
import { assistantNotice } from '../../../core/fix/assistant-notice.js'
import type { AskScreen as Shown } from '../../../core/session/fix-view.js'
import { Paragraph } from '../../components/paragraph.js'
import { Prose } from '../../components/prose.js'
import { Scroll } from '../../components/scroll.js'
import { Text } from '../../components/text.js'
import { useBodySize } from '../../session/use-body-size.js'

/** What an assistant would be asked and what that means, before it runs; while it runs, how long. */
export function AskScreen({ screen }: { readonly screen: Shown }) {
  const { rows } = useBodySize()
  const { assistant, problem } = screen
  return (
    <Box flexDirection="column">
      <Status screen={screen} />
      <Scroll offset={screen.scroll} height={Math.max(3, rows - STATUS_ROWS)}>
        {problem && (
          <Paragraph>
            <Prose tone="bad" text={problem.message} />
            {problem.untouched !== undefined && <Prose tone="good" text={problem.untouched} />}
          </Paragraph>
        )}
        {assistantNotice(assistant).map(text => (
          <Prose key={text} text={text} />
        ))}
        <Box marginTop={1} flexDirection="column">
          <Text isBold tone="accent">
            The prompt, whole
          </Text>
          {screen.prompt.split('\n').map(line => (
            <Prose key={line} indent={2} text={line} />
          ))}
        </Box>
      </Scroll>
    </Box>
  )
}

/** Rows of the line that says what happens, and the blank one below. */
const STATUS_ROWS = 2

function Status({ screen }: { readonly screen: Shown }) {
  const { assistant, status, seconds } = screen
  const text =
    status === 'running'
      ? `${assistant.name} is at work on a copy: ${seconds} s. It is stopped after 5 minutes.`
      : status === 'failed'
        ? `${assistant.name} brought no fix.`
        : `Ask ${assistant.name} to write the fix?`
  return (
    <Box height={STATUS_ROWS} flexShrink={0}>
      <Text isBold tone={status === 'failed' ? 'bad' : 'accent'} wrap="truncate">
        {text}
      </Text>
    </Box>
  )
}
