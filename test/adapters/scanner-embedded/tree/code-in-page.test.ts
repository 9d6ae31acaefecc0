import { expect, test } from 'vitest'
import { codeOfPage, isWithinCode } from '../../../../source/adapters/scanner-embedded/tree/code-in-page.js'

const codeOf = (path: string, text: string) => codeOfPage(path, text)?.text.replace(/ +$/gm, '').trim()

test('a file of code is no page', () => {
  expect(codeOfPage('a.js', '<script>f(1)</script>')).toBeNull()
})

test('offsets and lines in the code are those of the page', () => {
  const page = '<p>é😀</p>\r\n<script>\r\n  f(1)\r\n</script>\r\n<b>x</b>'
  const code = codeOfPage('a.html', page)
  expect(code?.text).toHaveLength(page.length)
  expect(code?.text.indexOf('f(1)')).toBe(page.indexOf('f(1)'))
  expect(code?.text.split('\r\n')).toHaveLength(page.split('\r\n').length)
})

test('scripts are code unless their type says data, and in comments they are dead', () => {
  const page = [
    '<!-- <script>dead(1)</script> -->',
    '<script type="application/json">{"a": 1}</script>',
    '<script type="module" async>live(1)</script>',
    "<SCRIPT TYPE='text/javascript'>live(2)</SCRIPT>",
  ].join('\n')
  expect(codeOf('a.html', page)?.split(/\s+/)).toEqual(['live(1)', 'live(2)'])
  expect(codeOf('a.html', '<!--[if IE]><script src="x.js"><![endif]--><b>{</b><script>f(1)</script>')).toBe(
    'f(1)',
  )
})

test('what a template engine prints into a script is a value, and its statements are nothing', () => {
  expect(codeOf('a.ejs', '<script>const a = <%= user %>; <% if (b) { %>f(1)<% } %></script>')).toMatch(
    /^const a = null +; +f\(1\)$/,
  )
  expect(
    codeOf('a.html', '<script>const a = {{ {\n"b": {} } | tojson }};{% if c %}f(1){% endif %}</script>'),
  ).toMatch(/^const a = null[\s]+;\s+f\(1\)$/)
})

test('braces of a component stay as they are', () => {
  expect(
    codeOf('a.vue', '<template>{{ x }}</template><script setup lang="ts">f({ a: {} as X })</script>'),
  ).toBe('f({ a: {} as X })')
})

test('an edit counts as within the code only when all of it is', () => {
  const ranges = [{ start: 10, end: 20 }]
  expect(isWithinCode(ranges, { start: 10, end: 20 })).toBe(true)
  expect(isWithinCode(ranges, { start: 0, end: 0 })).toBe(false)
  expect(isWithinCode(ranges, { start: 15, end: 21 })).toBe(false)
})

test('tags that are never closed cost no more than reading the text', () => {
  for (const part of ['<script>', '<%', '{{', '<!--', '<script ']) {
    const page = `<script>${part.repeat(100_000)}`
    expect(codeOfPage('a.html', page)?.text).toHaveLength(page.length)
  }
})
