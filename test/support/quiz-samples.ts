import type { Remediation } from '../../source/core/learned-rule/remediation.js'
import type { Lesson, Question, QuestionFormat } from '../../source/core/lesson/lesson.js'
import type { Card } from '../../source/core/quiz/card.js'
import type { AskedQuestion, QuizAnswer, QuizCard } from '../../source/core/quiz/quiz-session.js'

/** Returns a question with a right, a half-fixed and a blocklist option. */
export function sampleQuestion(id: string, format: QuestionFormat = 'choose-the-fix'): Question {
  return {
    id,
    format,
    family: 'any',
    prompt: `Prompt of ${id}`,
    code: 'one\ntwo\nthree',
    options: [
      { text: 'two', verdict: 'right', reason: 'Because it is.' },
      { text: 'one', verdict: 'wrong', reason: 'Half of it.', misconception: 'half-fixed' },
      { text: 'three', verdict: 'wrong', reason: 'A list of bad words.', misconception: 'blocklist' },
    ],
    accept: ['execFile'],
    hint: 'Look twice.',
    idea: 'Keep this.',
  }
}

/** Returns a lesson with one question in each of `formats`. */
export function sampleLesson(weakness: string, owasp: string, formats: readonly QuestionFormat[]): Lesson {
  return {
    weakness,
    title: `Title of ${weakness}`,
    cwe: [89],
    owasp,
    seconds: 80,
    what: 'What.',
    attack: { text: 'Attack.', lines: ['payload'] },
    why: 'Why.',
    notEnough: 'Not enough.',
    samples: [{ family: 'javascript', vulnerable: 'bad()', fixed: 'good()' }],
    questions: formats.map(format => sampleQuestion(`${weakness}/${format}`, format)),
  }
}

/** Returns a learned card. */
export function sampleCard(weakness: string, changes: Partial<Card> = {}): Card {
  return {
    id: `${weakness}/javascript`,
    weakness,
    family: 'javascript',
    due: '2026-11-20T09:00:00.000Z',
    lastReview: '2026-11-17T09:00:00.000Z',
    stability: 3,
    difficulty: 5,
    reps: 1,
    lapses: 0,
    state: 'review',
    scheduledDays: 3,
    formatsRight: [],
    lastItem: '',
    ...changes,
  }
}

/** Returns a card with questions in the given formats. */
export function sampleQuizCard(card: Card, formats: readonly QuestionFormat[], owasp = 'A05:2025'): QuizCard {
  const { questions } = sampleLesson(card.weakness, owasp, formats)
  return {
    card,
    title: card.weakness,
    cweFamily: owasp,
    items: questions.map(question => ({ question, from: null })),
    reviews: [],
  }
}

/** Returns a remediation of a SQL injection in JavaScript. */
export function sampleRemediation(changes: Partial<Remediation> = {}): Remediation {
  return {
    schemaVersion: 1,
    id: '00112233445566aa',
    fingerprint: 'f'.repeat(64),
    ruleId: 'javascript/sql-injection',
    weakness: 'sql-injection',
    language: 'typescript',
    path: 'web/parcels.ts',
    before: 'const rows = await pool.query(`SELECT id FROM parcels WHERE town = ${town}`)',
    after: "const rows = await pool.query('SELECT id FROM parcels WHERE town = $1', [town])",
    anchor: 'query',
    replacement: null,
    fixId: 'bind',
    fixKind: 'rewrite',
    checkedBy: 'rule',
    severity: 'critical',
    author: 'human',
    fixedOn: '2026-11-03',
    words: '',
    ...changes,
  }
}

/** Returns the answer that is right, or a wrong one. */
export function sampleAnswer(
  asked: AskedQuestion,
  right: boolean,
  changes: Partial<QuizAnswer> = {},
): QuizAnswer {
  const { question } = asked.item
  const wanted = asked.options.findIndex(option => (option.verdict === 'right') === right)
  const order = question.options.map(option => asked.options.indexOf(option))
  const isOrder = question.format === 'order-the-steps'
  const picks = isOrder ? (right ? order : order.toReversed()) : [wanted]
  const typed = right ? (question.accept[0] ?? '') : 'nonsense'
  return { picks, typed, sure: true, hinted: false, ms: 5000, ...changes }
}
