import type { Target } from './target.js'
import { agentSkill } from './targets/agent-skill.js'
import { agentsMd } from './targets/agents-md.js'
import { aider } from './targets/aider.js'
import { amazonQ } from './targets/amazon-q.js'
import { amp } from './targets/amp.js'
import { antigravity } from './targets/antigravity.js'
import { augment } from './targets/augment.js'
import { claudeCode } from './targets/claude-code.js'
import { cline } from './targets/cline.js'
import { codex } from './targets/codex.js'
import { continueDev } from './targets/continue.js'
import { copilotCli } from './targets/copilot-cli.js'
import { crush } from './targets/crush.js'
import { cursor } from './targets/cursor.js'
import { factory } from './targets/factory.js'
import { firebaseStudio } from './targets/firebase-studio.js'
import { firebender } from './targets/firebender.js'
import { geminiCli } from './targets/gemini-cli.js'
import { githubCopilot } from './targets/github-copilot.js'
import { goose } from './targets/goose.js'
import { grokCli } from './targets/grok-cli.js'
import { jetbrainsAiAssistant } from './targets/jetbrains-ai-assistant.js'
import { jules } from './targets/jules.js'
import { junie } from './targets/junie.js'
import { kilo } from './targets/kilo.js'
import { kimiCode } from './targets/kimi-code.js'
import { kiro } from './targets/kiro.js'
import { mistralVibe } from './targets/mistral-vibe.js'
import { opencode } from './targets/opencode.js'
import { openhands } from './targets/openhands.js'
import { pi } from './targets/pi.js'
import { qwenCode } from './targets/qwen-code.js'
import { replit } from './targets/replit.js'
import { rooCode } from './targets/roo-code.js'
import { rovodev } from './targets/rovodev.js'
import { ruler } from './targets/ruler.js'
import { rulesync } from './targets/rulesync.js'
import { trae } from './targets/trae.js'
import { warp } from './targets/warp.js'
import { windsurf } from './targets/windsurf.js'
import { zed } from './targets/zed.js'

/** Every target, generators first, then as formats.md lists them. */
export const TARGETS: readonly Target[] = [
  rulesync,
  ruler,
  agentsMd,
  agentSkill,
  claudeCode,
  githubCopilot,
  copilotCli,
  cursor,
  codex,
  geminiCli,
  windsurf,
  antigravity,
  cline,
  rooCode,
  kilo,
  continueDev,
  kiro,
  amazonQ,
  junie,
  jetbrainsAiAssistant,
  zed,
  augment,
  aider,
  goose,
  opencode,
  qwenCode,
  amp,
  factory,
  warp,
  trae,
  firebaseStudio,
  jules,
  crush,
  grokCli,
  kimiCode,
  rovodev,
  mistralVibe,
  replit,
  pi,
  openhands,
  firebender,
]

/** Generators write the files of all assistants from their own folder; where one is in use, nothing else is written. */
export const GENERATORS: readonly string[] = ['rulesync', 'ruler']

/** Returns the target of an id, or null. */
export function findTarget(id: string): Target | null {
  return TARGETS.find(target => target.id === id) ?? null
}
