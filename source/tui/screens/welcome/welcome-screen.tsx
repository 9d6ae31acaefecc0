import { Paragraph } from '../../components/paragraph.js'
import { Scroll } from '../../components/scroll.js'
import { Text } from '../../components/text.js'
import { useBodySize } from '../../session/use-body-size.js'

/** The first run: what this is, what it does to the project, and the question before anything is written. */
export function WelcomeScreen() {
  const { rows } = useBodySize()
  return (
    <Scroll offset={0} height={rows}>
      <Paragraph title="What this is">
        <Text>
          The coach scans this project for vulnerabilities and walks you through them: your own code, a short
          lesson, a fix that is checked. Each fix becomes a rule that your AI assistants can read.
        </Text>
      </Paragraph>
      <Paragraph title="What it does to your project">
        <Text>
          It reads files. It changes one only when you choose a fix, and puts it back if the fix fails.
        </Text>
        <Text>It never goes online, and needs no account.</Text>
      </Paragraph>
      <Paragraph title="May it keep its records here?">
        <Text>
          Rules and decisions go to .guardrail-coach/ in this project, made when there is something to keep
          and meant to be committed. Your quiz answers stay in your own settings.
        </Text>
      </Paragraph>
      <Text>
        <Text isBold>Enter</Text> yes, start. <Text isBold>n</Text> not now, only look.
      </Text>
    </Scroll>
  )
}
