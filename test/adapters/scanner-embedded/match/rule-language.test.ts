import { expect, test } from 'vitest'
import type { MatchSource } from '../../../../source/adapters/scanner-embedded/match/compiled-rule.js'
import type { Language } from '../../../../source/adapters/scanner-embedded/tree/language.js'
import { hasOraclePython, oracleRanges, ourRanges } from './support.js'

/** Each rule on each code gives the ranges that ast-grep itself gives. */
const JAVASCRIPT: readonly MatchSource[] = [
  {
    rule: { kind: 'call_expression', has: { field: 'arguments', kind: 'number', stopBy: { kind: 'array' } } },
  },
  { rule: { kind: 'call_expression', has: { kind: 'number', stopBy: { kind: 'array' } } } },
  { rule: { kind: 'call_expression', has: { field: 'arguments', kind: 'number', stopBy: 'end' } } },
  { rule: { kind: 'call_expression', has: { field: 'function', regex: '(^|[.])g$' } } },
  { rule: { kind: 'identifier', inside: { kind: 'call_expression', field: 'function' } } },
  { rule: { kind: 'identifier', inside: { kind: 'program', field: 'function', stopBy: 'end' } } },
  { rule: { kind: 'number', inside: { kind: 'call_expression', stopBy: { kind: 'array' } } } },
  { rule: { kind: 'number', precedes: { kind: 'number' } } },
  { rule: { kind: 'number', precedes: { regex: '^,$' } } },
  { rule: { kind: 'number', follows: { kind: 'number', stopBy: 'end' } } },
  { rule: { kind: 'number', nthChild: 2 } },
  { rule: { kind: 'number', nthChild: '2n+1' } },
  { rule: { kind: 'number', nthChild: '-n+2' } },
  { rule: { kind: 'number', nthChild: { position: 1, reverse: true } } },
  { rule: { kind: 'number', nthChild: { position: 1, ofRule: { kind: 'number' } } } },
  {
    rule: {
      any: [{ pattern: 'f($A, 1)' }, { pattern: 'f($B)' }],
      not: { has: { kind: 'arguments', has: { kind: 'array' } } },
    },
  },
  { rule: { pattern: 'f($A)' }, constraints: { A: { any: [{ kind: 'number' }, { kind: 'array' }] } } },
  {
    rule: {
      all: [{ has: { pattern: 'g($A)', stopBy: 'end' } }, { has: { pattern: 'h($A)', stopBy: 'end' } }],
    },
  },
  {
    rule: { matches: 'numeric' },
    utils: { numeric: { any: [{ kind: 'number' }, { matches: 'list' }] }, list: { kind: 'array' } },
  },
  { rule: { regex: '^g' } },
  { rule: { pattern: '$F($$$ARGS)', has: { field: 'function', pattern: '$F', regex: '^[fg]$' } } },
  { rule: { pattern: '$O.$M($$$)' } },
  { rule: { pattern: '$A = $B' } },
  { rule: { pattern: 'let $A = $B' } },
  { rule: { pattern: '`${$A}`' } },
  { rule: { pattern: { context: 'f($A)', strictness: 'relaxed' } } },
  { rule: { pattern: { context: 'f($A)', strictness: 'ast' } } },
  { rule: { pattern: { context: 'f($A)', strictness: 'cst' } } },
  { rule: { pattern: { context: 'f("a")', strictness: 'signature' } } },
  { rule: { pattern: '$A' } },
  { rule: { pattern: '($A) => $B' } },
  { rule: { pattern: 'await $A' } },
  { rule: { pattern: 'class $C { $M }' } },
  { rule: { pattern: 'import { $$$N } from "x"' } },
  { rule: { pattern: 'f($$$, 2, $$$)' } },
  { rule: { pattern: 'return $A' } },
]
const JAVASCRIPT_CODE: readonly string[] = [
  'f([1]); g(1); h({a: 1}); i({b: [1]}); f(1, 2, 3); f(/* c */ 4, [5, 6],); a.g(x); f("a"); f(\'b\')',
  'g(1); g(2); h(2)',
  'let a = b; a = c.d; a += 1; const e = `${a}`, g = `x${a}`; o?.foo(1); o.foo(); new f(1)',
  'import { x, y } from "x"; import z, { w } from "x"\nclass A { static x; async m() { return await f(this) } }',
  '(a) => b; async (a) => b; [1,,2]; [1, /* c */ 2]; // end\nfunction f({ a, b: [c] }, ...rest) { return a + b }',
  'foo(; f(1)',
  '',
]
const PYTHON: readonly MatchSource[] = [
  { rule: { pattern: 'f($A)' } },
  { rule: { pattern: 'f($$$A, shell=True)' } },
  { rule: { pattern: 'f($A, $$$, shell=True, $$$)' } },
  {
    rule: { pattern: '$O.execute($Q)' },
    constraints: { Q: { kind: 'string', has: { kind: 'interpolation' } } },
  },
  { rule: { pattern: '"$A" % $B' } },
  { rule: { pattern: 'def $F($$$): $$$' } },
  { rule: { kind: 'keyword_argument', has: { field: 'name', regex: '^shell$' } } },
  { rule: { pattern: 'import $M' } },
  { rule: { pattern: 'from $M import $$$N' } },
  { rule: { pattern: '@$D\ndef $F($$$): $$$' } },
  { rule: { kind: 'identifier', inside: { kind: 'function_definition', stopBy: 'end' } } },
  { rule: { pattern: '$A = $B' } },
]
const PYTHON_CODE: readonly string[] = [
  'f(1)\nf(x, shell=True)\nf(x, y, shell=True)\nf(x, shell=True, cwd=z)\nc.execute(f"a {b}")\nc.execute("a")\n',
  'import os\nimport os.path as p\nfrom a import b, c\n"%s" % x\n\'a\' % (x,)\n',
  '@app.route("/")\ndef f(a, *, b=1):\n    x = y = f(a)\n    return x  # end\n\ndef g(a) -> int:\n    pass\n',
]

function cases(language: Language, rules: readonly MatchSource[], codes: readonly string[]) {
  return rules.flatMap(rule =>
    codes.map((code, i) => ({ name: `${JSON.stringify(rule)} on code ${i}`, language, rule, code })),
  )
}

test.each([
  ...cases('JavaScript', JAVASCRIPT, JAVASCRIPT_CODE),
  ...cases('Tsx', JAVASCRIPT, JAVASCRIPT_CODE),
  ...(hasOraclePython ? cases('Python', PYTHON, PYTHON_CODE) : []),
])('ast-grep agrees: $language $name', async ({ language, rule, code }) => {
  expect(await ourRanges(language, rule, code)).toEqual(oracleRanges(language, rule, code))
})

test.skipIf(hasOraclePython)('Python is not compared: its ast-grep library does not load here', () => {})
