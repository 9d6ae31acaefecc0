import type { Guardrail } from './target.js'

/** A learned line with what tells whether it says what a line of the base layer says. */
export type LearnedLine = {
  readonly guardrail: Guardrail
  readonly language: string
  /** The APIs it is about. */
  readonly anchors: readonly string[]
}

/** A line of the base layer with the languages it is for; none means every language. */
export type BaseLine = { readonly guardrail: Guardrail; readonly languages: readonly string[] }

/** One set of lines, and which base lines a learned one stands for. */
export type JoinedLayers = {
  readonly guardrails: readonly Guardrail[]
  readonly replaced: readonly { readonly base: string; readonly by: string }[]
}

/** Words in a code span that are no API. */
const NO_API = new Set(['new', 'true', 'false', 'null', 'none', 'const', 'let', 'var', 'import', 'from'])

/**
 * Returns the lines of both layers with one line a sink: where a learned line forbids everything that a base line of the
 * same weakness and language names, it is told in its place, for all the files the base line was for. It knows the
 * project's own way out; two lines on one sink distract (learning.md §1.3). A base line that names more stays: nothing it
 * forbids is lost. `families` are the languages of the project.
 */
export function joinLayers(
  learned: readonly LearnedLine[],
  base: readonly BaseLine[],
  families: ReadonlySet<string>,
): JoinedLayers {
  const replaced: { base: string; by: string }[] = []
  const widened = new Map<string, Pick<Guardrail, 'scope' | 'score'>>()
  const kept = base.filter(({ guardrail, languages }) => {
    const spoken = languages.length > 0 ? languages : [...families]
    const names = apisOf(prohibition(guardrail.text))
    const twin = learned.find(
      one =>
        one.guardrail.weakness === guardrail.weakness &&
        spoken.every(language => language === one.language || !families.has(language)) &&
        [...names].every(name => apisOfLearned(one).has(name)),
    )
    if (!twin) return true
    replaced.push({ base: guardrail.id, by: twin.guardrail.id })
    const { scope, score } = widened.get(twin.guardrail.id) ?? twin.guardrail
    // It must not be pushed out where the base line would have stayed.
    widened.set(twin.guardrail.id, {
      scope: union(scope, guardrail.scope),
      score: Math.max(score, guardrail.score),
    })
    return false
  })
  const told = learned.map(({ guardrail }) => ({ ...guardrail, ...widened.get(guardrail.id) }))
  return { guardrails: [...told, ...kept.map(one => one.guardrail)], replaced }
}

/** What a sentence forbids: all before the colon of its reason; a colon in code is none. */
function prohibition(text: string): string {
  const colon = text.replace(/`[^`]*`/g, span => ' '.repeat(span.length)).search(/:\s/)
  return colon < 0 ? text : text.slice(0, colon)
}

function apisOfLearned({ guardrail, anchors }: LearnedLine): ReadonlySet<string> {
  return new Set([...anchors.map(last), ...apisOf(prohibition(guardrail.text))])
}

/** The names in the code spans of a text, each by its last part: `res.send` is `send`. */
function apisOf(text: string): ReadonlySet<string> {
  const spans = text.match(/`[^`]*`/g) ?? []
  const names = spans.flatMap(span => span.match(/[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*/g) ?? [])
  return new Set(names.map(last).filter(name => name.length > 1 && !NO_API.has(name.toLowerCase())))
}

function last(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1)
}

/** Everywhere (no globs) holds every other scope. */
function union(a: readonly string[], b: readonly string[]): readonly string[] {
  return a.length === 0 || b.length === 0 ? [] : [...new Set([...a, ...b])].sort()
}
