import { Box } from 'ink'
import type { LearnedRule } from '../../../core/learned-rule/learned-rule.js'
import { count } from '../../../core/text/words.js'
import { Fact } from '../../components/fact.js'
import { RuleText } from '../../components/rule-text.js'

/** Columns of the longest name. */
const NAMES = 11

/** One learned rule: its sentence, where it holds, how its detector did, what stands behind it. */
export function RuleDetail({ rule, columns }: { readonly rule: LearnedRule; readonly columns: number }) {
  const place = { width: NAMES, columns }
  return (
    <Box flexDirection="column" flexShrink={0}>
      <RuleText text={rule.text} scope={[]} columns={columns} />
      <Box marginTop={1} flexDirection="column">
        <Fact
          {...place}
          name="where"
          value={rule.scope.length === 0 ? 'the whole project' : rule.scope.join(', ')}
        />
        <Fact {...place} name="detector" value={detectorText(rule)} />
        <Fact
          {...place}
          name="behind it"
          value={count(rule.evidence.length, 'verified fix', 'verified fixes')}
        />
        <Fact
          {...place}
          name="wording"
          value={rule.edited ? 'yours, never written over' : 'from the template'}
        />
        {rule.reason !== '' && <Fact {...place} name="retired" value={rule.reason} />}
      </Box>
    </Box>
  )
}

function detectorText({ detector, gate }: LearnedRule): string {
  if (detector.kind === 'none') return 'none: a sentence alone, not enforced'
  if (gate.firesOnBefore && gate.silentOnAfter) return 'fires on the old code, silent on the new'
  return gate.firesOnBefore
    ? 'still fires on the new code: not enforced'
    : 'does not fire on the old code: not enforced'
}
