import type { AuditCheck, AuditFinding } from './audit-finding.js'
import { checkCharacters, checkScripts } from './check-characters.js'
import { checkExecution, checkPayloads, checkPermissions } from './check-content.js'
import { checkHiddenPlaces, checkTakeovers } from './check-instructions.js'

const CHECKS: readonly AuditCheck[] = [
  checkCharacters,
  checkScripts,
  checkHiddenPlaces,
  checkTakeovers,
  checkPayloads,
  checkExecution,
  checkPermissions,
]
/** A file full of them needs no list of them all. */
const MOST = 200

/** Returns what a person should look at in one rules file, in order (formats.md §8.4). */
export function auditText(path: string, text: string): readonly AuditFinding[] {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(match => match.index + 1)]
  return CHECKS.flatMap(check => [...check(text, path)])
    .sort((a, b) => a.offset - b.offset)
    .slice(0, MOST)
    .map(({ offset, ...rest }) => {
      const line = starts.findLastIndex(start => start <= offset)
      return { ...rest, line: line + 1, column: offset - (starts[line] ?? 0) + 1 }
    })
}

/** Files that steer an assistant: instructions, skills, commands, hooks, MCP servers, settings. */
const STEERING =
  /(?:^|\/)(?:AGENTS(?:\.\w+)?\.md|AGENT\.md|CLAUDE(?:\.local)?\.md|GEMINI\.md|QWEN\.md|WARP\.md|CRUSH\.md|CONVENTIONS\.md|AmazonQ\.md|replit\.md|SKILL\.md|\.rules|\.cursorrules|\.windsurfrules|\.clinerules|\.roorules[\w-]*|\.roomodes|\.goosehints|\.mcp\.json|\.aider\.conf\.ya?ml|opencode\.jsonc?|kilo\.jsonc?|crush\.json|\.crush\.json|firebender\.json|rulesync\.jsonc)$/
const STEERING_FOLDER =
  /(?:^|\/)\.(?:claude|cursor|codex|gemini|devin|windsurf|agents?|clinerules|cline|roo|kilo|kilocode|continue|kiro|amazonq|junie|aiassistant|ai|augment|opencode|qwen|amp|factory|warp|trae|idx|grok|kimi-code|rovodev|vibe|pi|openhands|rulesync|ruler|guardrail-coach)\/.+\.(?:md|mdc|txt|json|jsonc|toml|ya?ml|mdx)$/
const GITHUB =
  /(?:^|\/)\.github\/(?:copilot-instructions\.md|(?:instructions|prompts|chatmodes|agents|hooks|copilot)\/.+)$/
const EDITOR = /(?:^|\/)(?:\.vscode\/(?:mcp|settings)\.json|\.zed\/settings\.json)$/

/** Returns whether a file steers an assistant, so that `audit` reads it. */
export function steersAssistants(path: string): boolean {
  return [STEERING, STEERING_FOLDER, GITHUB, EDITOR].some(pattern => pattern.test(path))
}
