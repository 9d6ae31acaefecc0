import { Box } from 'ink'
import { handEditOffers } from '../../../core/guardrail/hand-edit-offers.js'
import type { PreviewedFile } from '../../../core/session/previewed-files.js'
import { DiffView } from '../../components/diff-view.js'
import { Prose } from '../../components/prose.js'
import { SectionLines } from '../../components/section-list.js'
import { Text } from '../../components/text.js'
import { useDiffer } from '../../session/use-differ.js'
import { useSession } from '../../session/use-session.js'

type FileBodyProps = {
  readonly file: PreviewedFile
  readonly isWhole: boolean
  readonly columns: number
}

/** What an assistant will read: the difference to the disk, the whole file, or why the file is left alone. */
export function FileBody({ file, isWhole, columns }: FileBodyProps) {
  const hunksBetween = useDiffer()
  const rules = useSession(session => session.rules)
  const { change, handEdit, refusal, planned } = file
  const text = change ? change.after : (planned?.text ?? '')
  if (isWhole && (text !== '' || refusal === null)) return <WholeFile text={text} columns={columns} />
  if (handEdit)
    return (
      <Box flexDirection="column" flexShrink={0}>
        <Prose text="Somebody edited our block here by hand. It is not written over." columns={columns} />
        <Text> </Text>
        <SectionLines
          lines={handEditOffers(handEdit, id => rules.some(rule => rule.id === id))}
          columns={columns}
          isProse
        />
      </Box>
    )
  if (refusal !== null) return <Prose text={`It is left as it is: ${refusal}.`} columns={columns} />
  if (!change)
    return (
      <Prose
        text="Nothing changes: the file holds what the rules say. [[files.whole]] shows it."
        tone="good"
        columns={columns}
      />
    )
  return <DiffView hunks={hunksBetween(change.before, change.after)} columns={columns} isWhole />
}

function WholeFile({ text, columns }: { readonly text: string; readonly columns: number }) {
  if (text === '') return <Text tone="quiet">There is no such file.</Text>
  return text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line, index) =>
      line.trim() === '' ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a file have no other identity
        <Text key={index}> </Text>
      ) : (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a file have no other identity
        <Prose key={index} text={line} columns={columns} />
      ),
    )
}
