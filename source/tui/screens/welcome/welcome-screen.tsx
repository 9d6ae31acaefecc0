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

const BRIEF =
  'The coach scans this project and walks you through what it finds. It changes a file only when you choose a fix, and puts it back if the fix fails. Nothing goes online.'
const BRIEF_RECORDS =
  'Rules and decisions go to .guardrail-coach/ here, made when there is something to keep.'

/** Rows from which the whole text has room. */
const ROOMY = 17

/** The first run: what this is, what it does to the project, and the question before anything is written. */
export function WelcomeScreen() {
  const { rows } = useBodySize()
  const isRoomy = rows >= ROOMY
  return (
    <Scroll offset={0} height={rows}>
      <Paragraph title="What this is">
        <Prose text={isRoomy ? WHAT : BRIEF} />
      </Paragraph>
      {isRoomy && (
        <Paragraph title="What it does to your project">
          <Prose text={DOES} />
        </Paragraph>
      )}
      <Paragraph title="May it keep its records here?" isLast={!isRoomy}>
        <Prose text={isRoomy ? RECORDS : BRIEF_RECORDS} />
      </Paragraph>
      <Text>
        <Text isBold>Enter</Text> yes, start. <Text isBold>n</Text> not now, only look.
      </Text>
    </Scroll>
  )
}
