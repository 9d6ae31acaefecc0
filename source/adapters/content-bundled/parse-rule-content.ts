import { parse } from 'yaml'
import { z } from 'zod'
import { SEVERITIES } from '../../core/finding/severity.js'
import type { Weakness } from '../../core/weakness/weakness.js'
import type { BaseGuardrail } from '../../ports/content.js'

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be a slug such as sql-injection')
const line = z.string().trim().min(1)

const weaknessSchema = z.strictObject({
  id: slug,
  title: line,
  cwe: z.array(z.int().positive()).min(1),
  owasp: z.union([z.literal(''), z.string().regex(/^(?:A|LLM)\d\d:2025$/)]),
  severity: z.enum(SEVERITIES),
  aliases: z.array(slug).default([]),
  frame: z.strictObject({ never: line, why: line, use: line }),
})

const baseSchema = z.strictObject({
  packages: z.array(z.string()),
  languages: z.array(z.string()),
  guardrails: z
    .array(z.strictObject({ id: slug, weakness: slug, text: line, scope: z.array(z.string()).default([]) }))
    .max(15),
})

/** Returns the entries of `rules/weaknesses.yml`; throws when one is malformed. */
export function parseWeaknesses(text: string): readonly Weakness[] {
  return z.array(weaknessSchema).parse(parse(text))
}

/** Returns the guardrails of one `rules/base/<stack>.yml`, ids prefixed with the stack; throws when it is malformed. */
export function parseBaseFile(name: string, text: string): readonly BaseGuardrail[] {
  const { packages, languages, guardrails } = baseSchema.parse(parse(text))
  const stack = name.replace(/\.yml$/, '')
  return guardrails.map(one => ({ ...one, id: `${stack}/${one.id}`, packages, languages }))
}
