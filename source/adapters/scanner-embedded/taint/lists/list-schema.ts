import { z } from 'zod'
import { SOURCE_LABELS } from '../labels.js'
import { GUARD_TESTS } from './compiled-lists.js'

const regex = z.string().refine(isRegex, 'is no regular expression')
const call = z.union([regex, z.strictObject({ callee: regex, requires: regex.optional() })])

const read = z.strictObject({
  object: regex,
  properties: z.array(z.string()).min(1),
  requires: regex.optional(),
})

const parameter = z.strictObject({
  name: regex.optional(),
  function: regex.optional(),
  decorated: regex.optional(),
  decoration: regex.optional(),
  type: regex.optional(),
  callbackOf: regex.optional(),
  firstArgument: regex.optional(),
  after: regex.optional(),
  from: z.number().int().min(0).optional(),
  to: z.number().int().min(0).optional(),
  except: regex.optional(),
  exceptType: regex.optional(),
  exceptDecoration: regex.optional(),
  exceptBody: regex.optional(),
  properties: z.array(z.string()).optional(),
  inRoute: z.boolean().optional(),
  requires: regex.optional(),
})

const family = z.strictObject({
  reads: z.array(read).optional(),
  calls: z.array(call).optional(),
  notSources: z.array(regex).optional(),
  encodedSources: z.array(regex).optional(),
  parameters: z.array(parameter).optional(),
  methods: z.array(z.strictObject({ name: z.string(), into: z.enum(['receiver', 'first']) })).optional(),
  tests: z.array(z.enum(GUARD_TESTS)).optional(),
  endsInText: z.boolean().optional(),
})

/** A named list as written in `rules/lists/<id>.yml`. */
export const listSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  kind: z.enum(['source', 'sanitizer', 'guard', 'behaviour']),
  label: z.enum(SOURCE_LABELS as [string, ...string[]]).optional(),
  /** Weaknesses for which a guard list counts even when the rule does not name it. */
  weaknesses: z.array(z.string()).optional(),
  javascript: family.optional(),
  python: family.optional(),
  go: family.optional(),
  java: family.optional(),
  php: family.optional(),
  ruby: family.optional(),
  csharp: family.optional(),
})

export type ListText = z.infer<typeof listSchema>
export type FamilyText = z.infer<typeof family>

function isRegex(text: string): boolean {
  try {
    new RegExp(text, 'u')
    return true
  } catch {
    return false
  }
}
