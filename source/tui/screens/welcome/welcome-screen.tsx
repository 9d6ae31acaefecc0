import { Paragraph } from '../../components/paragraph.js'
import { Prose } from '../../components/prose.js'
import { Scroll } from '../../components/scroll.js'
import { Text } from '../../components/text.js'
import { useBodySize } from '../../session/use-body-size.js'

const WHAT =
  'The coach scans this project for vulnerabilities and walks you through them: your own code, a short lesson, a fix that is checked. Each fix becomes a rule that your AI assistants can read.'
const DOES =
  'It reads files. It changes one only when you choose a fix, and puts it back if the fix fails. It never goes online and needs no account.'
const RECORDS =
  'Rules and decisions go to .guardrail-coach/ in this project, made when there is something to keep and meant to be committed. Your quiz answers stay in your own settings.'

/** The first run: what this is, what it does to the project, and the question before anything is written. */
export function WelcomeScreen() {
  const { rows } = useBodySize()
  return (
    <Scroll offset={0} height={rows}>
      <Paragraph title="What this is">
        <Prose text={WHAT} />
      </Paragraph>
      <Paragraph title="What it does to your project">
        <Prose text={DOES} />
      </Paragraph>
      <Paragraph title="May it keep its records here?">
        <Prose text={RECORDS} />
      </Paragraph>
      <Text>
        <Text isBold>Enter</Text> yes, start. <Text isBold>n</Text> not now, only look.
      </Text>
    </Scroll>
  )
}
