import { Box } from 'ink'
import { testWords } from '../../../core/project-tests/test-run.js'
import type { TestsScreen as Shown } from '../../../core/session/fix-view.js'
import { duration } from '../../../core/text/words.js'
import { Paragraph } from '../../components/paragraph.js'
import { Prose } from '../../components/prose.js'
import { Text } from '../../components/text.js'
import { TextField } from '../../components/text-field.js'
import { useBodySize } from '../../session/use-body-size.js'
import { useSession } from '../../session/use-session.js'
import { clip } from '../../theme/measure.js'

/** The project's tests: what would run, before it runs; then what they write, and how they ended. */
export function TestsScreen({ screen }: { readonly screen: Shown }) {
  if (screen.status === 'asking') return <Asking screen={screen} />
  return <Output screen={screen} />
}

function Asking({ screen }: { readonly screen: Shown }) {
  const tests = useSession(session => session.tests)
  const { applied, command, behind, field, problem } = screen
  const from = tests?.proposals.find(one => one.command === command)?.from
  return (
    <Box flexDirection="column">
      <Paragraph>
        <Prose isBold tone="accent" text={title(screen, tests?.status === 'changed')} />
      </Paragraph>
      {field ? (
        <Paragraph>
          <TextField label="Command:" field={field} />
        </Paragraph>
      ) : (
        <Paragraph>
          <Text>{`  ${command}`}</Text>
          {behind !== '' && <Prose tone="quiet" text="which starts, by the project's own file:" />}
          {behind !== '' && <Prose indent={2} text={behind} />}
          {from !== undefined && <Prose tone="quiet" text={`Proposed because of ${from}.`} />}
        </Paragraph>
      )}
      {problem && (
        <Paragraph>
          <Prose tone="bad" text={problem.message} />
          {problem.nextSteps.map(step => (
            <Prose key={step} text={step} />
          ))}
        </Paragraph>
      )}
      <Prose
        tone="quiet"
        text={`It runs here, with your rights, ${applied ? 'now and after each fix' : 'now and after each fix to come'}. Your yes holds on this machine for these exact words; when the project changes them, you are asked again.`}
      />
    </Box>
  )
}

function title({ applied }: Shown, hasChanged: boolean): string {
  if (hasChanged) return 'What runs the tests has changed. Run this now?'
  return applied
    ? 'The fix holds. Run your tests on it, too?'
    : 'Which command runs the tests of this project?'
}

/** Rows above the output. */
const HEAD = 2
/** Rows below the output of tests that did not pass. */
const ADVICE = 3

function Output({ screen }: { readonly screen: Shown }) {
  const { columns, rows } = useBodySize()
  const { lines, scroll, run, applied } = screen
  const hasAdvice = run !== null && run.outcome !== 'passed'
  const height = Math.max(2, rows - HEAD - (hasAdvice ? ADVICE : 0))
  const end = Math.max(Math.min(height, lines.length), lines.length - scroll)
  const shown = lines.slice(Math.max(0, end - height), end)
  return (
    <Box flexDirection="column">
      <Box height={HEAD} flexShrink={0}>
        <Text isBold wrap="truncate" tone={run ? (run.outcome === 'passed' ? 'good' : 'bad') : 'accent'}>
          {status(screen)}
        </Text>
      </Box>
      <Box flexDirection="column" height={height} flexShrink={0}>
        {shown.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of output have no other identity
          <Text key={index} wrap="truncate">
            {clip(line, columns) || ' '}
          </Text>
        ))}
        {lines.length === 0 && <Text tone="quiet">It has written nothing{run ? '.' : ' yet.'}</Text>}
      </Box>
      {hasAdvice && (
        <Box marginTop={1}>
          <Prose text={advice(applied !== null)} />
        </Box>
      )}
    </Box>
  )
}

function status({ run, command, seconds }: Shown): string {
  if (!run) return `Running ${command}: ${seconds} s`
  const words = testWords(run)
  const code = run.exitCode === null ? '' : `, exit code ${run.exitCode}`
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}${code}, after ${duration(run.durationMs)}`
}

function advice(hasFix: boolean): string {
  return hasFix
    ? 'u takes the fix back, Enter keeps it. They may fail without it, too: t on the fixes shows.'
    : 'This is how they stand without a fix.'
}
