import { z } from 'zod'

/** `tests.json`: what the developer said yes to, word for word. */
export const consentSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('declined') }),
  z.object({ kind: z.literal('confirmed'), command: z.string(), behind: z.string() }),
])

const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** `fixes/<id>.json`. */
export const notedFixSchema = z.object({
  schemaVersion: z.literal(1),
  id: z.string().regex(/^[0-9a-f]{16}$/),
  at: z.string(),
  fingerprint: z.string(),
  path: z.string(),
  line: z.int().min(1),
  title: z.string(),
  fix: z.string(),
  beforeHash: hash,
  afterHash: hash,
  spans: z.array(z.object({ line: z.int().min(1), before: z.string(), after: z.string() })),
  remediation: z.string().nullable(),
})
