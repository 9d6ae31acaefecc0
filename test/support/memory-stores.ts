import { DEFAULT_CONFIG, type ProjectConfig } from '../../source/core/config/project-config.js'
import type { NotedFix } from '../../source/core/fix/noted-fix.js'
import { succeed } from '../../source/core/problem.js'
import type { Card, Review } from '../../source/core/quiz/card.js'
import { DEFAULT_SETTINGS } from '../../source/core/settings/settings.js'
import type { MachineStore, TestConsent } from '../../source/ports/machine-store.js'
import type { PersonalStore, Preferences, SessionBookmark } from '../../source/ports/personal-store.js'
import type { ProjectRecords, ProjectStore } from '../../source/ports/project-store.js'

/** Returns a project store in memory that starts with `records`. */
export function createMemoryStore(records: Partial<ProjectRecords> = {}): ProjectStore {
  let config: ProjectConfig = records.config ?? DEFAULT_CONFIG
  const byId = <T extends { readonly id: string }>(items: readonly T[] = []) =>
    new Map(items.map(item => [item.id, item]))
  const rules = byId(records.rules)
  const remediations = byId(records.remediations)
  const exemptions = byId(records.exemptions)
  const save = <T extends { readonly id: string }>(map: Map<string, T>) => {
    return async (item: T) => {
      map.set(item.id, item)
      return succeed(null)
    }
  }
  const remove = (map: Map<string, unknown>) => async (id: string) => {
    map.delete(id)
    return succeed(null)
  }
  return {
    load: async () => ({
      config,
      rules: [...rules.values()],
      remediations: [...remediations.values()],
      exemptions: [...exemptions.values()],
      policy: records.policy ?? [],
      policyProblems: records.policyProblems ?? [],
      problems: records.problems ?? [],
    }),
    saveRule: save(rules),
    removeRule: remove(rules),
    saveRemediation: save(remediations),
    removeRemediation: remove(remediations),
    saveExemption: save(exemptions),
    removeExemption: remove(exemptions),
    readPack: async () => succeed({ schemaVersion: 1, rules: [] }),
    saveConfig: async next => {
      config = next
      return succeed(null)
    },
  }
}

/** Returns a personal store in memory. */
export function createMemoryPersonal(): PersonalStore {
  const cards = new Map<string, Card>()
  const reviews: Review[] = []
  const bookmarks = new Map<string, SessionBookmark>()
  const disputes = new Set<string>()
  const testCommands = new Map<string, string>()
  let preferences: Preferences = { ...DEFAULT_SETTINGS, seenWelcome: true }
  return {
    cards: async () => cards,
    saveReview: async review => {
      reviews.push(review)
      cards.set(review.after.id, review.after)
      return succeed(null)
    },
    reviews: async () => reviews,
    disputes: async () => disputes,
    saveDispute: async item => {
      disputes.add(item)
      return succeed(null)
    },
    exportTo: async () => succeed([]),
    importFrom: async () => succeed({ cards: 0, reviews: 0 }),
    bookmark: async root => bookmarks.get(root) ?? null,
    saveBookmark: async (root, bookmark) => {
      if (bookmark === null) bookmarks.delete(root)
      else bookmarks.set(root, bookmark)
      return succeed(null)
    },
    testCommand: async root => testCommands.get(root) ?? '',
    saveTestCommand: async (root, command) => {
      testCommands.set(root, command)
      return succeed(null)
    },
    preferences: async () => preferences,
    savePreferences: async next => {
      preferences = next
      return succeed(null)
    },
    problems: () => [],
  }
}

/** Returns a machine store in memory. */
export function createMemoryMachine(): MachineStore {
  let consent: TestConsent | null = null
  const fixes = new Map<string, NotedFix>()
  return {
    testConsent: async () => consent,
    saveTestConsent: async answer => {
      consent = answer
      return succeed(null)
    },
    notedFixes: async () => [...fixes.values()].reverse(),
    noteFix: async fix => {
      fixes.set(fix.id, fix)
      return succeed(null)
    },
    dropFix: async id => {
      fixes.delete(id)
      return succeed(null)
    },
  }
}
