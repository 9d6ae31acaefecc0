import { z } from 'zod'

/** Objects keep what they do not know; only the shape of what we read is checked, so newer tools still load. */
const artifactLocation = z.looseObject({
  uri: z.string().optional(),
  uriBaseId: z.string().optional(),
  index: z.int().optional(),
})

export const sarifRegionSchema = z.looseObject({
  startLine: z.int().positive().optional(),
  startColumn: z.int().positive().optional(),
  endLine: z.int().positive().optional(),
  endColumn: z.int().positive().optional(),
  charOffset: z.int().optional(),
  charLength: z.int().optional(),
  byteOffset: z.int().optional(),
  byteLength: z.int().optional(),
  snippet: z.looseObject({ text: z.string().optional() }).optional(),
})

const physicalLocation = z.looseObject({
  artifactLocation: artifactLocation.optional(),
  region: sarifRegionSchema.optional(),
  contextRegion: sarifRegionSchema.optional(),
})

const properties = z.looseObject({
  tags: z.array(z.string()).optional(),
  precision: z.string().optional(),
  'security-severity': z.union([z.string(), z.number()]).optional(),
  cwe: z.unknown().optional(),
})

const ruleReference = z.looseObject({
  id: z.string().optional(),
  index: z.int().optional(),
  toolComponent: z.looseObject({ name: z.string().optional(), index: z.int().optional() }).optional(),
})

export const sarifResultSchema = z.looseObject({
  ruleId: z.string().optional(),
  ruleIndex: z.int().optional(),
  rule: ruleReference.optional(),
  level: z.string().optional(),
  kind: z.string().optional(),
  baselineState: z.string().optional(),
  message: z.looseObject({
    text: z.string().optional(),
    id: z.string().optional(),
    arguments: z.array(z.string()).optional(),
  }),
  locations: z.array(z.looseObject({ physicalLocation: physicalLocation.optional() })).optional(),
  suppressions: z
    .array(
      z.looseObject({
        kind: z.string().optional(),
        status: z.string().optional(),
        justification: z.string().optional(),
      }),
    )
    .optional(),
  codeFlows: z
    .array(
      z.looseObject({
        threadFlows: z.array(
          z.looseObject({
            locations: z.array(
              z.looseObject({
                location: z.looseObject({ physicalLocation: physicalLocation.optional() }).optional(),
              }),
            ),
          }),
        ),
      }),
    )
    .optional(),
  fixes: z
    .array(
      z.looseObject({
        artifactChanges: z.array(
          z.looseObject({
            artifactLocation,
            replacements: z.array(
              z.looseObject({
                deletedRegion: sarifRegionSchema,
                insertedContent: z.looseObject({ text: z.string().optional() }).optional(),
              }),
            ),
          }),
        ),
      }),
    )
    .optional(),
  taxa: z.array(ruleReference).optional(),
  properties: properties.optional(),
})

const message = z.looseObject({ text: z.string().optional() })

const rule = z.looseObject({
  id: z.string(),
  name: z.string().optional(),
  shortDescription: message.optional(),
  fullDescription: message.optional(),
  messageStrings: z.record(z.string(), message).optional(),
  defaultConfiguration: z.looseObject({ level: z.string().optional() }).optional(),
  relationships: z.array(z.looseObject({ target: ruleReference.optional() })).optional(),
  properties: properties.optional(),
})

const toolComponent = z.looseObject({ name: z.string(), rules: z.array(rule).optional() })

const run = z.looseObject({
  tool: z.looseObject({ driver: toolComponent, extensions: z.array(toolComponent).optional() }),
  columnKind: z.string().optional(),
  originalUriBaseIds: z.record(z.string(), artifactLocation).optional(),
  artifacts: z.array(z.looseObject({ location: artifactLocation.optional() })).optional(),
  invocations: z
    .array(
      z.looseObject({
        executionSuccessful: z.boolean().optional(),
        toolExecutionNotifications: z
          .array(z.looseObject({ level: z.string().optional(), message: message.optional() }))
          .optional(),
      }),
    )
    .optional(),
  /** Each result is checked on its own, so a broken one costs only itself. */
  results: z.array(z.unknown()).nullish(),
})

export const sarifLogSchema = z.looseObject({ version: z.literal('2.1.0'), runs: z.array(run) })

export type SarifLog = z.infer<typeof sarifLogSchema>
export type SarifRun = SarifLog['runs'][number]
export type SarifResult = z.infer<typeof sarifResultSchema>
export type SarifRegion = z.infer<typeof sarifRegionSchema>
export type SarifLocation = z.infer<typeof physicalLocation>
