import { z } from 'zod'
import {
  LANGUAGE_FAMILIES,
  type Lesson,
  MISCONCEPTIONS,
  QUESTION_FORMATS,
  type Question,
} from '../../core/lesson/lesson.js'

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be a slug such as half-bound')
const words = z.string().trim().min(1, 'is empty or missing')
const code = z.string().transform(text => text.trimEnd())

const option = z.strictObject({
  text: words,
  verdict: z.enum(['right', 'neutral', 'wrong']),
  reason: words,
  misconception: z.enum(MISCONCEPTIONS).exactOptional(),
})

/** A question as it stands in the file: the id without its weakness; lists and code that are empty may be left out. */
const question = z.strictObject({
  id: slug,
  format: z.enum(QUESTION_FORMATS),
  family: z.enum([...LANGUAGE_FAMILIES, 'any']),
  prompt: words,
  code: code.default(''),
  options: z.array(option).min(2, 'needs at least two options'),
  accept: z.array(words).default([]),
  hint: words,
  idea: words,
})

/** What the parts of a lesson file must be; the result is a `Lesson` whose question ids carry the weakness. */
export const lessonSchema = z
  .strictObject({
    weakness: slug,
    title: words,
    cwe: z.array(z.int().positive()).min(1),
    owasp: z.string(),
    seconds: z.int().positive().max(90),
    what: words,
    attack: z.strictObject({ text: words, lines: z.array(z.string()).min(1, 'needs a text block') }),
    why: words,
    notEnough: words,
    samples: z
      .array(z.strictObject({ family: z.enum(LANGUAGE_FAMILIES), vulnerable: words, fixed: words }))
      .min(1, 'needs at least one language'),
    questions: z.array(question).min(1, 'needs at least one question'),
  })
  .transform(
    (lesson): Lesson => ({
      ...lesson,
      questions: lesson.questions.map((item): Question => ({ ...item, id: `${lesson.weakness}/${item.id}` })),
    }),
  )
