import { mayBeOwnFinding } from '../../app/may-be-own-finding.js'
import { findingIntroduced } from '../../app/quiz-events.js'
import type { Finding } from '../../core/finding/finding.js'
import type { CommandInput } from '../command.js'
import { chooseFrom, type Talk } from './menu.js'
import { tell } from './tell.js'

/** Asks who wrote a line that may be the developer's own new one, and notes the answer with their quiz cards. */
export async function askWhoWroteIt(
  { tools, talk }: { readonly tools: CommandInput['tools']; readonly talk: Talk },
  finding: Finding,
): Promise<void> {
  if (!(await mayBeOwnFinding(tools, finding))) return
  talk.say('')
  talk.say('You have a quiz card on this one. Who wrote this line since you last answered it?')
  const author = await chooseFrom(talk, 'Who', [
    { value: 'human' as const, label: 'I did: ask me again soon' },
    { value: 'ai' as const, label: 'an assistant: my card stays as it is' },
    { value: 'unknown' as const, label: 'it is older, or I do not know' },
  ])
  if (author !== null) tell(talk, await findingIntroduced(tools, finding, author))
}
