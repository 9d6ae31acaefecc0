import type { LanguageFamily, QuestionOption } from '../lesson/lesson.js'

/** Returns a template literal or f-string written as a concatenation: other spelling, same string; null when there is none. */
function respell(code: string, family: LanguageFamily): string | null {
  if (family === 'python') {
    const text = code.replace(
      /\bf(["'])((?:(?!\1)[^\\\n{}]|\{[^{}\n]+\})*)\1/g,
      (whole, quote: string, body: string) => {
        const values = [...body.matchAll(/\{([^{}:!]+)\}/g)].map(match => match[1] ?? '')
        if (values.length === 0) return whole
        return `${quote}${body.replace(/\{[^{}:!]+\}/g, '{}')}${quote}.format(${values.join(', ')})`
      },
    )
    return text === code ? null : text
  }
  if (family !== 'javascript') return null
  const text = code.replace(/`([^`\\]*\$\{[^`{}]+\}[^`\\]*)`/g, (_, body: string) =>
    body
      .split(/(\$\{[^{}]+\})/)
      .filter(part => part !== '')
      .map(part => (part.startsWith('${') ? part.slice(2, -1) : JSON.stringify(part)))
      .join(' + '),
  )
  return text === code ? null : text
}

/** How a language swallows an error, around a body; languages without exceptions of this form have none. */
const GUARDS: Readonly<Partial<Record<LanguageFamily, readonly [open: string, close: readonly string[]]>>> = {
  javascript: ['try {', ['} catch {', '    return', '}']],
  java: ['try {', ['} catch (Exception e) {', '    return;', '}']],
  csharp: ['try {', ['} catch {', '    return;', '}']],
  php: ['try {', ['} catch (Exception $e) {', '    return;', '}']],
  python: ['try:', ['except Exception:', '    return None']],
  ruby: ['begin', ['rescue StandardError', '    nil', 'end']],
}

function guard(code: string, family: LanguageFamily): string | null {
  const frame = GUARDS[family]
  if (!frame) return null
  const indent = /^\s*/.exec(code)?.[0] ?? ''
  const [open, close] = frame
  const body = code.split('\n').map(line => `    ${line}`)
  return [indent + open, ...body, ...close.map(line => indent + line)].join('\n')
}

/** Returns the code with the value it hands to a call named first, or null when it hands none over. */
function name(code: string, family: LanguageFamily): string | null {
  if (family !== 'javascript' && family !== 'python') return null
  const value = /\(([A-Za-z_$][\w$]*(?:\.[\w$]+)+)\)/.exec(code)?.[1]
  if (value === undefined || /\bvalue\b/.test(code)) return null
  const first = family === 'python' ? `value = ${value}` : `const value = ${value}`
  const end = family === 'javascript' && code.includes(';') ? ';' : ''
  return `${first}${end}\n${code.replace(`(${value})`, '(value)')}`
}

/**
 * Returns wrong answers for code that was vulnerable: versions that look mended and are not. They are made from the
 * code itself, so names give nothing away.
 */
export function disguise(code: string, family: LanguageFamily): readonly QuestionOption[] {
  const respelled = respell(code, family) ?? name(code, family)
  const guarded = guard(code, family)
  const same: QuestionOption = {
    text: respelled ?? code,
    verdict: 'wrong',
    reason: respelled
      ? 'It only reads differently: the same value still ends up in the same place.'
      : 'This is the code as it was found.',
    misconception: 'pure-refactor',
  }
  if (guarded === null) return [same]
  return [
    same,
    {
      text: guarded,
      verdict: 'wrong',
      reason: 'An attack is not an error: the code runs through and nothing is caught.',
      misconception: 'pure-refactor',
    },
  ]
}
