import type { ZodType } from 'zod'
import { CONFIG_FILE, DEFAULT_CONFIG, type ProjectConfig } from '../../core/config/project-config.js'
import type { Exemption } from '../../core/learned-rule/exemption.js'
import { gatherEvidence, isDuplicate } from '../../core/learned-rule/gather-evidence.js'
import type { LearnedRule } from '../../core/learned-rule/learned-rule.js'
import type { Remediation } from '../../core/learned-rule/remediation.js'
import { fail, type Problem, type Result, succeed } from '../../core/problem.js'
import type { ProjectRecords, ProjectStore } from '../../ports/project-store.js'
import type { Workspace } from '../../ports/workspace.js'
import { readPolicies } from './read-policies.js'
import {
  isFromNewerVersion,
  newerVersion,
  type RecordFormat,
  readRecord,
  writeRecord,
} from './record-file.js'
import { configSchema, exemptionSchema, learnedRuleSchema, packSchema, remediationSchema } from './schemas.js'

const HOME = '.guardrail-coach'

/** One folder of records: where, in which format, and what is in them. */
type Shelf<T> = {
  readonly folder: string
  readonly extension: string
  readonly format: RecordFormat
  readonly schema: ZodType<T>
}

const remediations: Shelf<Remediation> = {
  folder: `${HOME}/remediations`,
  extension: '.json',
  format: 'json',
  schema: remediationSchema,
}
const exemptions: Shelf<Exemption> = {
  folder: `${HOME}/exemptions`,
  extension: '.yml',
  format: 'yaml',
  schema: exemptionSchema,
}
const rules: Shelf<LearnedRule> = {
  folder: `${HOME}/learned`,
  extension: '.md',
  format: 'markdown',
  schema: learnedRuleSchema,
}

/**
 * Opens the records of a project in `.guardrail-coach/`, one file an item. Reading is tolerant: a broken file becomes
 * a problem and stays as it is. Writing goes through the workspace, which is atomic; a file from a newer version of
 * the tool is refused and kept.
 */
export function openProjectStore(workspace: Workspace): ProjectStore {
  const save = (path: string, format: RecordFormat, record: object) =>
    saveFile(workspace, path, format, { ...record })
  return {
    load: () => loadRecords(workspace),
    saveRemediation: record => save(pathOf(remediations, record.id), 'json', record),
    removeRemediation: id => removeFile(workspace, pathOf(remediations, id)),
    saveExemption: record => save(pathOf(exemptions, record.id), 'yaml', record),
    removeExemption: id => removeFile(workspace, pathOf(exemptions, id)),
    saveConfig: config => save(CONFIG_FILE, 'yaml', config),
    readPack: async path => {
      const file = await workspace.read(path)
      return file.ok ? readRecord('json', path, file.value.text, packSchema) : file
    },
    saveRule: rule => saveRule(workspace, rule),
    removeRule: async id => {
      const path = await ruleFile(workspace, id)
      return path === null ? succeed(null) : removeFile(workspace, path)
    },
  }
}

async function loadRecords(workspace: Workspace): Promise<ProjectRecords> {
  const [config, fixed, exempted, learned] = await Promise.all([
    loadConfig(workspace),
    loadShelf(workspace, remediations),
    loadShelf(workspace, exemptions),
    loadShelf(workspace, rules),
  ])
  const policies = await readPolicies(workspace, config.value.extends ?? [])
  return {
    ...policies,
    config: config.value,
    remediations: fixed.records,
    exemptions: exempted.records,
    rules: gatherEvidence(learned.records, fixed.records),
    problems: [...config.problems, ...fixed.problems, ...exempted.problems, ...learned.problems],
  }
}

async function loadConfig(
  workspace: Workspace,
): Promise<{ readonly value: ProjectConfig; readonly problems: readonly Problem[] }> {
  if (!(await workspace.exists(CONFIG_FILE))) return { value: DEFAULT_CONFIG, problems: [] }
  const file = await workspace.read(CONFIG_FILE)
  if (!file.ok) return { value: DEFAULT_CONFIG, problems: [file.problem] }
  const config = readRecord('yaml', CONFIG_FILE, file.value.text, configSchema)
  return config.ok
    ? { value: config.value, problems: [] }
    : { value: DEFAULT_CONFIG, problems: [config.problem] }
}

async function loadShelf<T>(
  workspace: Workspace,
  shelf: Shelf<T>,
): Promise<{ readonly records: readonly T[]; readonly problems: readonly Problem[] }> {
  const names = (await workspace.list(shelf.folder)).filter(name => name.endsWith(shelf.extension))
  const results = await Promise.all(
    names.map(async (name): Promise<Result<T>> => {
      const path = `${shelf.folder}/${name}`
      const file = await workspace.read(path)
      return file.ok ? readRecord(shelf.format, path, file.value.text, shelf.schema) : file
    }),
  )
  return {
    records: results.flatMap(result => (result.ok ? [result.value] : [])),
    problems: results.flatMap(result => (result.ok ? [] : [result.problem])),
  }
}

async function saveFile(
  workspace: Workspace,
  path: string,
  format: RecordFormat,
  record: Readonly<Record<string, unknown>>,
): Promise<Result<null>> {
  const text = writeRecord(format, record)
  let hash: string | null = null
  if (await workspace.exists(path)) {
    const now = await workspace.read(path)
    if (!now.ok) return now
    if (now.value.text === text) return succeed(null)
    if (isFromNewerVersion(format, now.value.text)) return fail(newerVersion(path))
    hash = now.value.hash
  }
  const written = await workspace.write(path, text, hash)
  return written.ok ? succeed(null) : written
}

/** Saves a rule and removes the second files that a merge of two branches left of the same rule. */
async function saveRule(workspace: Workspace, rule: LearnedRule): Promise<Result<null>> {
  const { evidence: _derived, ...stored } = rule
  const twins = (await loadShelf(workspace, rules)).records.filter(
    other => other.id !== rule.id && isDuplicate(rule, other),
  )
  const path = (await ruleFile(workspace, rule.id)) ?? pathOf(rules, `${rule.id}-${slug(rule.weakness)}`)
  const saved = await saveFile(workspace, path, 'markdown', stored)
  if (!saved.ok) return saved
  for (const twin of twins) {
    const file = await ruleFile(workspace, twin.id)
    const removed = file === null ? saved : await removeFile(workspace, file)
    if (!removed.ok) return removed
  }
  return saved
}

async function removeFile(workspace: Workspace, path: string): Promise<Result<null>> {
  if (!(await workspace.exists(path))) return succeed(null)
  const now = await workspace.read(path)
  return now.ok ? workspace.remove(path, now.value.hash) : now
}

/** The file of a rule, whatever weakness its name ends in. */
async function ruleFile(workspace: Workspace, id: string): Promise<string | null> {
  const name = (await workspace.list(rules.folder)).find(
    file => file.startsWith(`${id}-`) && file.endsWith('.md'),
  )
  return name === undefined ? null : `${rules.folder}/${name}`
}

function pathOf(shelf: { readonly folder: string; readonly extension: string }, name: string): string {
  return `${shelf.folder}/${name}${shelf.extension}`
}

/** A weakness as part of a file name; an id from an imported scan may hold anything. */
function slug(weakness: string): string {
  return (
    weakness
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 40) || 'other'
  )
}
