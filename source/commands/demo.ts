import { coachCommand } from './coach.js'
import type { Command } from './command.js'

/** Coaches the small vulnerable project that ships with the tool, in a copy that may be changed at will. */
export const demoCommand: Command = {
  ...coachCommand,
  name: 'demo',
  summary: 'coaches a copy of a small vulnerable project',
  usage: 'demo',
  takesPaths: false,
}
