/**
 * What happens at a step of a trace: the closed vocabulary shown to people. No text of the repository is ever part of it.
 */
const FLOW_LABELS = [
  'comes from the request',
  'comes from the command line',
  'comes from the page address',
  'comes from the page',
  'comes from a message',
  "comes from a server's answer",
  'comes from the event',
  'comes from the user',
  'is kept in a variable',
  'becomes part of the text',
  'becomes part of an object',
  'is passed to a function',
  'arrives as a parameter',
  'is returned by a function',
  'is handed to a callback',
  'is used here',
] as const

export type FlowLabel = (typeof FLOW_LABELS)[number]

/** The labels a source list may choose from. */
export const SOURCE_LABELS = FLOW_LABELS.filter(label => label.startsWith('comes from '))
