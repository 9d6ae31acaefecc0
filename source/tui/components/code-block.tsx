import { codeLines } from '../../core/quiz/option-lines.js'
import { Paragraph } from './paragraph.js'
import { Text } from './text.js'

/** A piece of code of a question, as it stands in the lesson. */
export function CodeBlock({ code }: { readonly code: string }) {
  return (
    <Paragraph>
      {codeLines(code).map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of code have no other identity
        <Text key={index} wrap="truncate">{`  ${line}`}</Text>
      ))}
    </Paragraph>
  )
}
