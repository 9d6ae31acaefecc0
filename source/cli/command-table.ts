import type { Command } from '../commands/command.js'

/** Every subcommand, loaded when it is called; in the order of the overview. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  demo: async () => (await import('../commands/demo.js')).demoCommand,
  scan: async () => (await import('../commands/scan.js')).scanCommand,
  fix: async () => (await import('../commands/fix.js')).fixCommand,
  exempt: async () => (await import('../commands/exempt.js')).exemptCommand,
  rules: async () => (await import('../commands/rules.js')).rulesCommand,
  sync: async () => (await import('../commands/sync.js')).syncCommand,
  quiz: async () => (await import('../commands/quiz.js')).quizCommand,
  learn: async () => (await import('../commands/learn.js')).learnCommand,
  doctor: async () => (await import('../commands/doctor.js')).doctorCommand,
  audit: async () => (await import('../commands/audit.js')).auditCommand,
  stats: async () => (await import('../commands/stats.js')).statsCommand,
}

/** Returns the command of a name, or null. */
export async function findCommand(name: string): Promise<Command | null> {
  return Object.hasOwn(COMMANDS, name) ? ((await COMMANDS[name]?.()) ?? null) : null
}
