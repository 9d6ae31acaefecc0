import { Box } from 'ink'
import { changesOnly } from '../../../core/fix/hunk-lines.js'
import { outcomeWords } from '../../../core/fix/outcome-words.js'
import { shownHunks } from '../../../core/fix/shown-hunks.js'
import type { RememberScreen as Shown } from '../../../core/session/screen.js'
import { restOfRound } from '../../../core/session/selectors.js'
import { count } from '../../../core/text/words.js'
import { DiffView } from '../../components/diff-view.js'
import { Paragraph } from '../../components/paragraph.js'
import { Prose } from '../../components/prose.js'
import { RuleText } from '../../components/rule-text.js'
import { Scroll } from '../../components/scroll.js'
import { Text } from '../../components/text.js'
import { TextField } from '../../components/text-field.js'
import { useBodySize } from '../../session/use-body-size.js'
import { useSession } from '../../session/use-session.js'

/** The fix held. What it teaches, as the assistants would read it. */
export function RememberScreen({ screen }: { readonly screen: Shown }) {
  const { columns, rows } = useBodySize()
  const others = useSession(restOfRound).length
  const mayRecord = useSession(session => session.mayRecord)
  const { draft, field, applied } = screen
  return (
    <Scroll offset={screen.scroll} height={rows}>
      {!field && <Fixed applied={applied} columns={columns} />}
      <Paragraph title="What should your assistants learn from it?">
        {screen.problem && <Prose tone="warn" text={screen.problem.message} />}
        {!draft && !screen.problem && <Text tone="quiet">Working out the rule.</Text>}
        {draft && field?.of !== 'text' && <RuleText text={screen.text ?? draft.text} scope={draft.scope} />}
        {field?.of === 'text' && <TextField label="" field={field.field} />}
      </Paragraph>
      {draft && (
        <Paragraph>
          {field?.of === 'words' ? (
            <TextField label="Why here:" field={field.field} />
          ) : (
            <Prose
              tone="quiet"
              text={
                screen.words === ''
                  ? 'w adds, in your words, why it matters here.'
                  : `Why here: ${screen.words}`
              }
            />
          )}
          <Prose tone="quiet" text={behind(screen)} />
        </Paragraph>
      )}
      <Box columnGap={2} flexWrap="wrap">
        {others > 0 && (
          <Text>{`${count(others, 'more place')} like this: a keeps the rule and fixes the next.`}</Text>
        )}
        {!mayRecord && (
          <Text tone="warn">Keeping it makes the folder .guardrail-coach/ in your project.</Text>
        )}
      </Box>
    </Scroll>
  )
}

/** What was done; it makes room for the line that is being typed. */
function Fixed({ applied, columns }: Pick<Shown, 'applied'> & { readonly columns: number }) {
  return (
    <>
      <Paragraph>
        <Prose isBold tone="good" text={outcomeWords(applied)} />
      </Paragraph>
      <Paragraph>
        <DiffView hunks={changesOnly(shownHunks(applied.preview))} columns={columns} />
      </Paragraph>
    </>
  )
}

function behind({ draft, isNew }: Shown): string {
  if (!draft) return ''
  const { firesOnBefore, silentOnAfter } = draft.gate
  const detector =
    firesOnBefore && silentOnAfter
      ? 'Detector: fires on your old line, silent on your new one.'
      : `Detector: ${firesOnBefore ? 'still fires on your new line' : 'does not fire on your old line'}, so it cannot be enforced.`
  return isNew ? detector : `${detector} ${count(draft.evidence.length, 'fix', 'fixes')} behind this rule.`
}
