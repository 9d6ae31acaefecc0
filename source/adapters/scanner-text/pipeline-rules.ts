import { byPattern, rewriting, type TextRule } from './text-rule.js'
import { intoEnvironment, workflowScripts } from './workflow-script.js'
import { sureOfTrigger } from './workflow-trigger.js'

/** Files that are read as containers are built. */
const CONTAINER = /(?:^|\/)(?:(?:[\w.-]+\.)?(?:Dockerfile|Containerfile)|Dockerfile\.[\w.-]+)$/i

/** `curl … | sh` and its relatives. */
const PIPED_TO_SHELL = /\b((?:curl|wget)\s[^|\n;&]{1,300}\|\s{0,5}(?:sudo\s{1,3})?(?:ba|z|da)?sh\b)/g

/** Rules for what builds, ships and hosts the code. */
export const PIPELINE_RULES: readonly TextRule[] = [
  {
    id: 'workflow-text-in-script',
    files: /(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$/i,
    keyword: '${{',
    weakness: 'ci-injection',
    severity: 'high',
    confidence: 'high',
    cwe: [94, 78],
    owasp: 'A05:2025',
    message:
      'This text of a stranger is written into the script before the shell reads it, so it can hold commands that run with the rights of the workflow.',
    find: workflowScripts,
    sureOf: sureOfTrigger,
    fixes: [intoEnvironment],
  },
  {
    id: 'container-runs-as-root',
    files: CONTAINER,
    keyword: 'USER',
    weakness: 'container-root',
    severity: 'low',
    confidence: 'low',
    cwe: [250],
    owasp: '',
    message: 'The container runs as root; who breaks into the program is root inside it.',
    find: text => {
      const users = byPattern(/^USER[ \t]{1,10}[^\n#]{1,100}/gim)(text)
      const last = users.at(-1)
      const name = last === undefined ? '' : text.slice(last.start, last.end)
      return last !== undefined && /^USER\s+["']?(?:root|0)(?::|["']?\s*$)/i.test(name) ? [last] : []
    },
    fixes: [
      rewriting(
        'nobody',
        'Run as nobody',
        'Files that the program writes must belong to that user.',
        matched => matched.replace(/(\s)\S+\s*$/, '$165534:65534'),
      ),
    ],
  },
  {
    id: 'download-piped-to-shell',
    files: new RegExp(`${CONTAINER.source}|\\.(?:sh|bash|zsh)$`, 'i'),
    keyword: '|',
    weakness: 'download-and-run',
    severity: 'medium',
    confidence: 'low',
    cwe: [494],
    owasp: 'A08:2025',
    message:
      'What this downloads is run unread; whoever can change it on the way or at its source runs code here.',
    find: byPattern(PIPED_TO_SHELL),
    fixes: [],
  },
  {
    id: 'bucket-open-to-all',
    files: /\.tf$/i,
    keyword: 'public-read',
    weakness: 'public-bucket',
    severity: 'high',
    confidence: 'medium',
    cwe: [732],
    owasp: 'A01:2025',
    message: 'Everyone may read this storage, and list what is in it.',
    find: byPattern(/\bacl\s{0,20}=\s{0,20}("public-read(?:-write)?")/g),
    fixes: [
      rewriting(
        'private',
        'Make it private',
        'Readers then need a grant, or a signed link.',
        () => '"private"',
      ),
    ],
  },
]
