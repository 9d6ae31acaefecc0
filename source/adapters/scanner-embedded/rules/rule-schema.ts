import { z } from 'zod'
import { CONFIDENCES, SEVERITIES } from '../../../core/finding/severity.js'
import { type RuleObject, STRICTNESS } from '../match/rule-object.js'
import { LANGUAGES } from '../tree/language.js'
import { CASES } from './rule.js'

const text = z.string().min(1)
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and dashes')
const variable = z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'the name of a metavariable, without $')

const ruleKeys = {
  pattern: z
    .union([
      text,
      z.strictObject({
        context: text,
        selector: text.optional(),
        strictness: z.enum(STRICTNESS).optional(),
      }),
    ])
    .optional(),
  kind: text.optional(),
  regex: text.optional(),
  get nthChild() {
    const position = z.union([z.number().int().positive(), text])
    return z
      .union([
        position,
        z.strictObject({ position, reverse: z.boolean().optional(), ofRule: ruleObject.optional() }),
      ])
      .optional()
  },
  get inside() {
    return relation.optional()
  },
  get has() {
    return relation.optional()
  },
  get precedes() {
    return relation.optional()
  },
  get follows() {
    return relation.optional()
  },
  get all() {
    return z.array(ruleObject).min(1).optional()
  },
  get any() {
    return z.array(ruleObject).min(1).optional()
  },
  get not() {
    return ruleObject.optional()
  },
  matches: text.optional(),
}

const ruleObject: z.ZodType<RuleObject> = z.lazy(() => z.strictObject(ruleKeys))
const relation: z.ZodType<RuleObject> = z.lazy(() =>
  z.strictObject({
    ...ruleKeys,
    stopBy: z.union([z.enum(['neighbor', 'end']), ruleObject]).optional(),
    field: text.optional(),
  }),
)
const confidence = z.enum(CONFIDENCES)
const pathPattern = text.refine(isPattern, 'a regular expression')

const source = z.string().regex(/^\$[A-Z][A-Z0-9_]*$/, 'a metavariable, like $NAME')
const transform = z.union([
  z.strictObject({ replace: z.strictObject({ source, replace: text, by: z.string() }) }),
  z.strictObject({
    substring: z.strictObject({
      source,
      startChar: z.number().int().optional(),
      endChar: z.number().int().optional(),
    }),
  }),
  z.strictObject({ convert: z.strictObject({ source, toCase: z.enum(CASES) }) }),
])

const fix = z
  .strictObject({
    id: slug,
    title: text,
    note: text.default(''),
    when: z.record(variable, ruleObject).default({}),
    modules: z.array(text).default([]),
    template: text.optional(),
    action: slug.optional(),
    with: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
    replaces: variable.optional(),
    before: text.optional(),
    imports: z
      .array(
        z
          .strictObject({ module: text, name: text.optional(), names: z.array(text).optional() })
          .refine(needed => needed.name !== undefined || needed.names !== undefined, 'needs name or names'),
      )
      .default([]),
  })
  .refine(
    one => (one.template === undefined) !== (one.action === undefined),
    'needs either template or action',
  )

const guardrail = z.strictObject({
  schema: z.literal(1),
  languages: z.array(z.enum(LANGUAGES)).min(1),
  keywords: z.array(text).min(1),
  confidence: z.union([
    confidence,
    z.strictObject({ taint: confidence, far: confidence.optional(), audit: confidence.optional() }),
  ]),
  nonConstant: variable.optional(),
  atMost: z.strictObject({ low: ruleObject.optional(), medium: ruleObject.optional() }).default({}),
  atMostIn: z.strictObject({ low: pathPattern.optional(), medium: pathPattern.optional() }).default({}),
  lesson: slug,
  cwe: z.array(z.string().regex(/^CWE-\d+$/, 'like CWE-89')).min(1),
  owasp: z.array(z.string().regex(/^[A-Z]+\d+:\d{4}$/, 'like A05:2025')).default([]),
  severity: z.enum(SEVERITIES).optional(),
  requires: z.array(text).default([]),
  aliases: z.array(text).default([]),
  route: pathPattern.optional(),
  taint: z
    .strictObject({
      sources: z.array(slug).min(1),
      sure: z.array(slug).default([]),
      sink: variable,
      sanitizers: z.array(slug).default([]),
      guards: z.array(slug).default([]),
    })
    .optional(),
  fixes: z.array(fix).default([]),
  tests: z.strictObject({
    invalid: z.array(
      z.strictObject({
        code: text,
        expect: confidence,
        language: z.enum(LANGUAGES).optional(),
        routes: z.record(text, text).optional(),
        fixed: z.record(slug, z.string()).optional(),
      }),
    ),
    valid: z.array(text),
  }),
})

/** A rule file: stock ast-grep fields on top, ours under `metadata.guardrail`; no unknown key anywhere. */
export const ruleFileSchema = z.strictObject({
  id: slug,
  language: z.enum(LANGUAGES),
  severity: z.enum(['error', 'warning', 'info', 'hint']),
  message: text,
  note: text.default(''),
  url: text.optional(),
  utils: z.record(z.string(), ruleObject).default({}),
  rule: ruleObject,
  constraints: z.record(variable, ruleObject).default({}),
  transform: z.record(variable, transform).default({}),
  metadata: z.strictObject({ guardrail }),
})
export type RuleFile = z.infer<typeof ruleFileSchema>

function isPattern(source: string): boolean {
  try {
    new RegExp(source)
    return true
  } catch {
    return false
  }
}
