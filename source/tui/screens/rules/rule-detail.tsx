import { Box } from 'ink'
import type { LearnedRule } from '../../../core/learned-rule/learned-rule.js'
import { ruleSections } from '../../../core/learned-rule/review-sections.js'
import { partnersOf } from '../../../core/session/rule-selectors.js'
import { Prose } from '../../components/prose.js'
import { SectionList } from '../../components/section-list.js'
import { Text } from '../../components/text.js'
import { useSession } from '../../session/use-session.js'

/** One learned rule: its sentence, its gates, where it matches, what stands behind it and what promoting it would do. */
export function RuleDetail({ rule, columns }: { readonly rule: LearnedRule; readonly columns: number }) {
  const facts = useSession(session => session.review?.facts[rule.id] ?? null)
  const files = useSession(session => session.review?.files ?? NO_FILES)
  const found = useSession(session => session.places[rule.id] ?? null)
  const partners = useSession(session => partnersOf(session, rule.id))
  const cwe = rule.cwe.map(id => `CWE-${id}`).join(' ')
  const about = [rule.status, rule.severity, cwe, rule.id.slice(0, 8)].filter(Boolean).join(' · ')
  return (
    <Box flexDirection="column" flexShrink={0}>
      <Prose text={rule.text} columns={columns} isBold />
      <Text tone="quiet" wrap="truncate">
        {about}
      </Text>
      <Box marginTop={1} flexDirection="column">
        <SectionList sections={ruleSections(rule, { facts, found, files, partners })} columns={columns} />
      </Box>
    </Box>
  )
}

const NO_FILES: readonly string[] = []
