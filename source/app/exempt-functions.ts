import type { TrustedFunction } from '../core/finding/trusted-function.js'
import type { Exemption } from '../core/learned-rule/exemption.js'
import { findFunction, wordsOfCode } from '../core/learned-rule/find-function.js'
import { familyOfPath } from '../core/lesson/language-family.js'
import { fail, type Result, succeed } from '../core/problem.js'
import type { Toolbox } from '../ports/toolbox.js'

type Tools = Pick<Toolbox, 'workspace' | 'syntax' | 'hash'>

/** An exemption of a function, and whether it still holds. */
export type ExemptFunctionState = {
  readonly exemption: Exemption & Required<Pick<Exemption, 'api'>>
  /** `changed`: its code is no longer the code that was judged; `gone`: nothing of that name is there. */
  readonly state: 'in-force' | 'expired' | 'changed' | 'gone'
  readonly isDefault: boolean
}

/** What is known of a function of the project. */
export type KnownFunction = {
  readonly path: string
  readonly name: string
  /** SHA-256 (hex) of its code without blanks and comments. */
  readonly code: string
  /** Whether the module itself is this function. */
  readonly isDefault: boolean
}

/** Languages in which calls are followed to the file that a function stands in. */
const FOLLOWED = new Set(['javascript', 'python'])

/** Reads a function of the project by file and name. Fails when there is none, several, or the language is not followed. */
export async function readFunction(tools: Tools, path: string, name: string): Promise<Result<KnownFunction>> {
  if (!FOLLOWED.has(familyOfPath(path) ?? ''))
    return refuse(path, 'Calls are followed into JavaScript, TypeScript and Python files only.')
  const file = await tools.workspace.read(path)
  if (!file.ok) return file
  const { text } = file.value
  const parsed = await tools.syntax.parse(path, text)
  const place = parsed && findFunction(parsed.root, text, name)
  if (!parsed || !place)
    return refuse(path, `There is no function of the name ${name} in it, or more than one.`)
  const code = tools.hash(wordsOfCode(parsed.root, text, place))
  return succeed({ path, name, code, isDefault: isDefault(text, name) })
}

/** Returns how each exemption of a function stands on a day (YYYY-MM-DD); the expiry date itself is still covered. */
export async function readExemptFunctions(
  tools: Tools,
  exemptions: readonly Exemption[],
  today: string,
): Promise<readonly ExemptFunctionState[]> {
  const states: ExemptFunctionState[] = []
  for (const exemption of exemptions) {
    const { api } = exemption
    if (api === undefined) continue
    const known = await readFunction(tools, api.path, api.name)
    const isOver = exemption.expires !== '' && exemption.expires < today
    const state = isOver
      ? 'expired'
      : !known.ok
        ? 'gone'
        : known.value.code === api.code
          ? 'in-force'
          : 'changed'
    states.push({ exemption: { ...exemption, api }, state, isDefault: known.ok && known.value.isDefault })
  }
  return states
}

/** Returns the functions that the scanner takes as safe today. */
export async function trustedFunctions(
  tools: Tools & Pick<Toolbox, 'store' | 'clock'>,
): Promise<readonly TrustedFunction[]> {
  const { exemptions } = await tools.store.load()
  const states = await readExemptFunctions(tools, exemptions, tools.clock.now().slice(0, 10))
  return states.flatMap(({ state, exemption, isDefault }): readonly TrustedFunction[] => {
    if (state !== 'in-force') return []
    const { api, weakness, kind, reason, owner, expires } = exemption
    const exempt = {
      kind,
      reason,
      ...(owner === '' ? {} : { owner }),
      ...(expires === '' ? {} : { expires }),
    }
    return [{ path: api.path, name: api.name, isDefault, weakness, exempt }]
  })
}

/** `module.exports = query`, `export default query`, `export default function query`, `export { query as default }`. */
function isDefault(text: string, name: string): boolean {
  const own = name.replaceAll('$', '\\$')
  const start = '(?:module\\.exports\\s*=|export\\s+default)\\s+'
  const forms = [
    `${start}(?:async\\s+)?(?:function\\s*\\*?|class)\\s*${own}(?![\\w$])`,
    `${start}${own}[ \\t]*(?:;|$)`,
    `(?<![\\w$])${own}\\s+as\\s+default\\b`,
  ]
  return new RegExp(forms.join('|'), 'm').test(text)
}

function refuse(path: string, message: string): Result<never> {
  return fail({
    kind: 'user-can-act',
    message,
    path,
    untouched: 'Nothing was written.',
    nextSteps: ['Name the file and the function that stands in it, for example lib/sql.ts:query.'],
  })
}
