import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * Returns the absolute folder for what the tool keeps about running processes on this machine (locks, unfinished
 * writes); it may not exist yet. GUARDRAIL_COACH_HOME moves it with the other personal data; else XDG on Linux, the platform's own place elsewhere.
 */
export function stateFolder(env: NodeJS.ProcessEnv = process.env, platform = process.platform): string {
  if (env.GUARDRAIL_COACH_HOME) return join(env.GUARDRAIL_COACH_HOME, 'state')
  const home = homedir()
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'guardrail-coach')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'guardrail-coach', 'state')
  return join(env.XDG_STATE_HOME || join(home, '.local', 'state'), 'guardrail-coach')
}
