import { Box } from 'ink'
import type { FileChange } from '../../../core/guardrail/target.js'
import type { FilesScreen as Shown } from '../../../core/session/screen.js'
import { count } from '../../../core/text/words.js'
import { DiffView } from '../../components/diff-view.js'
import { Scroll } from '../../components/scroll.js'
import { Text } from '../../components/text.js'
import { useBodySize } from '../../session/use-body-size.js'
import { useDiffer } from '../../session/use-differ.js'
import { clipPath } from '../../theme/measure.js'

const KINDS: Readonly<Record<FileChange['kind'], string>> = {
  create: 'new file',
  update: 'changed',
  delete: 'deleted',
}

/** Every file that a sync would change, before anything is written. */
export function FilesScreen({ screen }: { readonly screen: Shown }) {
  const { columns, rows } = useBodySize()
  const { plan } = screen
  if (!plan) return <Text tone="quiet">Working out which files would change.</Text>
  const change = plan.changes[screen.cursor]
  return (
    <Box flexDirection="column">
      {change ? (
        <>
          <Text isBold>{`${count(plan.changes.length, 'file')} would change. Nothing is written yet.`}</Text>
          <Text wrap="truncate">
            <Text tone="accent">{`${screen.cursor + 1} of ${plan.changes.length}  `}</Text>
            {clipPath(change.path, columns - 24)}
            <Text tone="quiet">{`  ${KINDS[change.kind]}`}</Text>
          </Text>
          <Text> </Text>
          <Scroll offset={screen.scroll} height={Math.max(3, rows - 3 - plan.refusals.length)}>
            <ChangeDiff change={change} columns={columns} />
          </Scroll>
        </>
      ) : (
        <Text tone="good">The files of your assistants are up to date.</Text>
      )}
      {plan.refusals.map(refusal => (
        <Text key={refusal.path} tone="warn" wrap="truncate">
          {`Left alone: ${refusal.path}, ${refusal.reason}`}
        </Text>
      ))}
    </Box>
  )
}

function ChangeDiff({ change, columns }: { readonly change: FileChange; readonly columns: number }) {
  const hunksBetween = useDiffer()
  return <DiffView hunks={hunksBetween(change.before, change.after)} columns={columns} isWhole />
}
