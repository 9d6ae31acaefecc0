import { lastSegment } from './anchor.js'
import type { LearnedRule } from './learned-rule.js'

/** Returns whether a text can hold a match of a learned pattern at all: it names the API. Cheap, so that few files are parsed. */
export function mentionsApi({ anchors }: Pick<LearnedRule, 'anchors'>, text: string): boolean {
  return anchors.some(anchor => anchor === '' || text.includes(lastSegment(anchor)))
}
