import type { InstalledAssistant } from './installed-assistant.js'

/** Returns what asking an assistant means, said before it is asked: what it gets, what leaves the machine, what it may change. */
export function assistantNotice({ name }: InstalledAssistant): readonly string[] {
  return [
    `${name} works on a temporary copy of this project. Nothing here changes before you say yes to its diff.`,
    `What leaves this machine: ${name} sends the prompt below, and whatever it reads of the copy, to its own service with your login. The copy holds the files that git tracks; a secret in one of them can be read.`,
    'The coach itself sends nothing.',
  ]
}
