import { z } from 'zod'
import { ENGINE_CHOICES } from '../../core/config/project-config.js'
import { SEVERITIES } from '../../core/finding/severity.js'
import type { LearnedRule } from '../../core/learned-rule/learned-rule.js'
import { isSafeModule, isSafeName } from '../../core/learned-rule/safe-name.js'

const date = z.union([z.literal(''), z.string().regex(/^\d{4}-\d{2}-\d{2}$/)])
/** A record is repository text, and these names are written into sentences that assistants read. */
const NOT_A_NAME = 'not a name that may stand in a guardrail'
const isEmptyOr = (isSafe: (name: string) => boolean) => (name: string) => name === '' || isSafe(name)
const severity = z.enum(SEVERITIES)

/** `config.yml`; every key has a default so that a short file is a good file. */
export const configSchema = z.object({
  schemaVersion: z.literal(1),
  targets: z.array(z.string()).default([]),
  engine: z.enum(ENGINE_CHOICES).default('builtin'),
  exclude: z.array(z.string()).default([]),
  extends: z.array(z.string()).exactOptional(),
  budget: z
    .object({ rules: z.int().min(1).max(30).default(15), tokens: z.int().min(100).max(5000).default(900) })
    .default({ rules: 15, tokens: 900 }),
})

/** A team policy, named by `extends:` in the config. */
export const policySchema = z.object({
  schemaVersion: z.literal(1),
  guardrails: z
    .array(
      z.object({
        id: z.string().regex(/^[a-z0-9]+(?:[-/][a-z0-9]+)*$/),
        weakness: z.string(),
        text: z.string(),
        scope: z.array(z.string()).default([]),
      }),
    )
    .max(30),
})

/** `remediations/<id>.json`. */
export const remediationSchema = z.object({
  schemaVersion: z.literal(1),
  id: z.string().regex(/^[0-9a-f]{16}$/),
  fingerprint: z.string(),
  ruleId: z.string(),
  weakness: z.string(),
  language: z.string(),
  path: z.string(),
  before: z.string(),
  after: z.string(),
  anchor: z.string().refine(isEmptyOr(isSafeName), NOT_A_NAME).default(''),
  replacement: z
    .object({
      name: z.string().refine(isSafeName, NOT_A_NAME),
      from: z.string().refine(isEmptyOr(isSafeModule), NOT_A_NAME),
      options: z.array(z.string().refine(isSafeName, NOT_A_NAME)).max(2).exactOptional(),
    })
    .nullable()
    .default(null),
  edit: z.object({ before: z.string(), after: z.string() }).exactOptional(),
  fixId: z.string(),
  fixKind: z.enum(['rewrite', 'template', 'manual']),
  checkedBy: z.enum(['rule', 'tool', 'text']).default('rule'),
  tests: z
    .object({
      outcome: z.enum(['passed', 'failed', 'stopped', 'timed-out']),
      passed: z.int().min(0).nullable(),
    })
    .exactOptional(),
  severity,
  author: z.enum(['human', 'ai', 'mixed', 'unknown']),
  commit: z.string().exactOptional(),
  fixedOn: date,
  words: z.string().default(''),
})

/** `learned/<id>-<weakness>.md`: the frontmatter, and the sentence as the body. */
export const learnedRuleSchema = z
  .object({
    schemaVersion: z.literal(1),
    id: z.string().regex(/^[0-9a-f]{16}$/),
    status: z.enum(['candidate', 'promoted', 'stale', 'retired']),
    kind: z.enum(['prohibition', 'exemption']),
    weakness: z.string(),
    cwe: z.array(z.int()).default([]),
    severity,
    language: z.string(),
    anchors: z.array(z.string()).default([]),
    edited: z.boolean().default(false),
    scope: z.array(z.string()).default([]),
    detector: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('shipped-rule'), ruleId: z.string() }),
      z.object({
        kind: z.literal('pattern'),
        language: z.string(),
        rule: z.unknown(),
        constraints: z.unknown().exactOptional(),
        fix: z.string().exactOptional(),
      }),
      z.object({ kind: z.literal('none') }),
    ]),
    gate: z.object({ firesOnBefore: z.boolean(), silentOnAfter: z.boolean() }),
    reason: z.string().default(''),
    text: z.string(),
  })
  .transform((rule): LearnedRule => ({ ...rule, evidence: [] }))

/** `exemptions/<id>.yml`. */
export const exemptionSchema = z.object({
  schemaVersion: z.literal(1),
  id: z.string().regex(/^[0-9a-f]{16}$/),
  fingerprint: z.string(),
  ruleId: z.string(),
  weakness: z.string(),
  path: z.string(),
  paths: z.array(z.string()).exactOptional(),
  api: z
    .object({
      path: z.string(),
      name: z.string().regex(/^[\w$]+(?:\.[\w$]+){0,3}$/),
      code: z.string().regex(/^[0-9a-f]{64}$/),
    })
    .exactOptional(),
  kind: z.enum(['false-positive', 'accepted-risk']),
  reason: z.string(),
  owner: z.string().default(''),
  expires: date.default(''),
})

/** Rules on their way from one project to another, each with the code before and after that its detector is tried on. */
export const packSchema = z.object({
  schemaVersion: z.literal(1),
  rules: z
    .array(
      z.object({
        rule: learnedRuleSchema,
        edits: z.array(z.object({ before: z.string().max(2000), after: z.string().max(2000) })).max(50),
      }),
    )
    .max(500),
})
