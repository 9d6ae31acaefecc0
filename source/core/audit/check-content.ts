import type { AuditCheck } from './audit-finding.js'

const BASE64 = /(?<![\w+/=-])[A-Za-z0-9+/]{120,}={0,2}(?![\w+/=-])/g
const HEX = /(?<![\w-])(?:[0-9a-f]{2}){60,}(?![\w-])|(?:\\x[0-9a-f]{2}){12,}|(?:&#x?[0-9a-f]{2,5};){8,}/gi
const DATA_URI = /\bdata:[\w.+-]+\/[\w.+-]+(?:;[\w=-]+)*,[^\s)"']{0,40}/gi
const REMOTE = /(?:^|\s)@https?:\/\/\S+|"instructions"\s*:\s*\[[^\]]*"https?:\/\/[^\]]*\]/gm
const PIPED =
  /\b(?:curl|wget|iwr|Invoke-WebRequest)\b[^\n|;]{0,200}\|\s*(?:sudo\s+)?(?:ba|z|da)?sh\b|\b(?:bash|sh|python|node)\s+<\(\s*(?:curl|wget)/gi
/** Claude's commands run what stands behind an exclamation mark when they are read. */
const DYNAMIC = /(?:^|\s)!`[^`\n]{1,200}`|^```!/gm
const IMPORTS_SECRET =
  /(?:^|\s)@(?:~\/|\/|\.\.\/|\.\/)?[\w./-]*(?:\.env\b[\w.-]*|id_rsa|\.ssh\/|\.aws\/|\.npmrc|credentials)/gim
const SECRET =
  /\b(?:AKIA[A-Z0-9]{16}|gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{30,}|sk-[A-Za-z0-9_-]{24,}|xox[abp]-[\w-]{20,}|AIza[\w-]{30,})/g

/** Finds texts that say something only after decoding. */
export const checkPayloads: AuditCheck = function* (text) {
  const found = (match: RegExpMatchArray, message: string) =>
    ({ kind: 'encoded-payload', offset: match.index ?? 0, message, seen: match[0] }) as const
  for (const match of text.matchAll(BASE64))
    yield found(match, 'A long run of base64: what it says cannot be read here.')
  for (const match of text.matchAll(HEX))
    yield found(match, 'A run of encoded bytes: what it says cannot be read here.')
  for (const match of text.matchAll(DATA_URI)) yield found(match, 'A data URI brings content of its own.')
}

/** Finds what is loaded from elsewhere or run while the file is read. */
export const checkExecution: AuditCheck = function* (text, path) {
  for (const match of text.matchAll(REMOTE))
    yield {
      kind: 'remote-include',
      offset: match.index,
      message: 'Instructions are loaded from an address that can change.',
      seen: match[0],
    }
  for (const match of text.matchAll(PIPED))
    yield {
      kind: 'runs-a-command',
      offset: match.index,
      message: 'A download is piped into a shell.',
      seen: match[0],
    }
  for (const match of text.matchAll(IMPORTS_SECRET))
    yield {
      kind: 'remote-include',
      offset: match.index,
      message: 'A file that holds secrets is imported into the context.',
      seen: match[0],
    }
  for (const match of text.matchAll(SECRET))
    yield {
      kind: 'secret',
      offset: match.index,
      message: 'A key or token stands in a file that every assistant reads.',
      seen: `${match[0].slice(0, 2)}…`,
    }
  if (/\.md$/.test(path))
    for (const match of text.matchAll(DYNAMIC))
      yield {
        kind: 'runs-a-command',
        offset: match.index,
        message: 'A command runs when the file is read.',
        seen: match[0],
      }
}

const PERMISSIONS: readonly { readonly pattern: RegExp; readonly message: string }[] = [
  {
    pattern: /"(?:Bash|Shell|PowerShell)(?:\(\s*\*?\s*(?::\*)?\s*\))?"(?=\s*[,\]])/g,
    message: 'Every shell command is allowed without asking.',
  },
  {
    pattern: /"(?:defaultMode|permission-?mode)"\s*:\s*"bypassPermissions"/gi,
    message: 'All permission prompts are switched off.',
  },
  {
    pattern:
      /"?(?:dangerously[\w-]*|--dangerously-skip-permissions|--yolo|approval_policy\s*=\s*"never"|sandbox_mode\s*=\s*"danger-full-access")"?/gi,
    message: 'A safety measure of the assistant is switched off.',
  },
  {
    pattern: /"(?:autoApprove|alwaysAllow)"\s*:\s*(?:true|\[\s*"\*"\s*\])/gi,
    message: 'Every tool is approved without asking.',
  },
  {
    pattern: /"(?:chat\.tools\.autoApprove|chat\.tools\.global\.autoApprove)"\s*:\s*true/g,
    message: 'Every tool is approved without asking.',
  },
  {
    pattern: /"enableAllProjectMcpServers"\s*:\s*true/g,
    message: 'Every MCP server of the repository is trusted without asking.',
  },
]
const HOOK_COMMAND = /"(?:command|bash|powershell)"\s*:\s*"((?:\\.|[^"\\])*)"/g
const DANGEROUS =
  /\b(?:curl|wget|nc|ncat|base64\s+-d|eval|rm\s+-rf|chmod\s+\+x|osascript|powershell\s+-enc)\b/i

/** Finds permissions wider than any task needs, and hooks that reach out. */
export const checkPermissions: AuditCheck = function* (text, path) {
  if (!/\.(?:json|jsonc|toml|ya?ml)$/.test(path)) return
  for (const { pattern, message } of PERMISSIONS)
    for (const match of text.matchAll(pattern))
      yield { kind: 'broad-permission', offset: match.index, message, seen: match[0] }
  for (const match of text.matchAll(HOOK_COMMAND))
    if (DANGEROUS.test(match[1] ?? ''))
      yield {
        kind: 'runs-a-command',
        offset: match.index,
        message: 'A hook or server runs a command that reaches out or destroys.',
        seen: match[1] ?? '',
      }
}
