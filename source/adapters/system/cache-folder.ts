import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * Returns the absolute folder for what can be worked out again (it may not exist yet): the scanner's cache.
 * GUARDRAIL_COACH_HOME moves it with the other personal data; else XDG on Linux, the platform's own place elsewhere.
 */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env, platform = process.platform): string {
  if (env.GUARDRAIL_COACH_HOME) return join(env.GUARDRAIL_COACH_HOME, 'cache')
  const home = homedir()
  if (platform === 'win32')
    return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'guardrail-coach', 'cache')
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'guardrail-coach')
  return join(env.XDG_CACHE_HOME || join(home, '.cache'), 'guardrail-coach')
}
