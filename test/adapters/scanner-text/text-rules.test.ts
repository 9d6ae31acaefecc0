import { describe, expect, test } from 'vitest'
import { TEXT_RULES } from '../../../source/adapters/scanner-text/text-rules.js'
import { applyEdits, orderEdits } from '../../../source/core/fix/apply-edits.js'
import { readWeaknesses } from '../../support/weaknesses.js'

type Case = {
  readonly path: string
  readonly invalid: readonly string[]
  readonly valid: readonly string[]
  /** What the first fix makes of the first invalid text. */
  readonly fixed?: string
}

const CASES: Readonly<Record<string, Case>> = {
  'ejs-raw-output': {
    path: 'views/a.ejs',
    invalid: ['<p><%- user.name %></p>'],
    valid: ['<p><%= user.name %></p>', "<%- include('head') %>", '<%- JSON.stringify(state) %>'],
    fixed: '<p><%= user.name %></p>',
  },
  'handlebars-raw-output': {
    path: 'views/a.hbs',
    invalid: ['<p>{{{ user.name }}}</p>'],
    valid: ['<p>{{ user.name }}</p>', '{{{ body }}}'],
    fixed: '<p>{{ user.name }}</p>',
  },
  'pug-raw-output': {
    path: 'views/a.pug',
    invalid: ['p.name!= user.name', 'p Hello !{user.name}'],
    valid: ['p.name= user.name', 'if a != b', 'p 1 != 2', 'p Hello #{user.name}'],
    fixed: 'p.name= user.name',
  },
  'jinja-raw-output': {
    path: 'templates/a.html',
    invalid: ['<p>{{ user.name|safe }}</p>', '{{ user.name | raw }}'],
    valid: ['<p>{{ user.name }}</p>', '{{ state|tojson|safe }}', '{{ user.name|safe_name }}'],
    fixed: '<p>{{ user.name }}</p>',
  },
  'jinja-autoescape-off': {
    path: 'templates/a.html',
    invalid: ['{% autoescape false %}{{ a }}{% endautoescape %}', '{% autoescape off %}'],
    valid: ['{% autoescape true %}', '{% endautoescape %}'],
    fixed: '{% autoescape true %}{{ a }}{% endautoescape %}',
  },
  'erb-raw-output': {
    path: 'app/views/a.html.erb',
    invalid: [
      '<%= user.name.html_safe %>',
      '<%== user.name %>',
      '<%= raw user.name %>',
      '<%= raw(user.name) %>',
    ],
    valid: ['<%= user.name %>', '<%= render "head" %>', '<%= sanitize(user.name).html_safe %>'],
    fixed: '<%= user.name %>',
  },
  'blade-raw-output': {
    path: 'resources/views/a.blade.php',
    invalid: ['<p>{!! $user->name !!}</p>'],
    valid: ['<p>{{ $user->name }}</p>', '{!! csrf_field() !!}'],
    fixed: '<p>{{ $user->name }}</p>',
  },
  'vue-raw-html': {
    path: 'src/A.vue',
    invalid: ['<p v-html="comment.text" />'],
    valid: ['<p v-text="comment.text" />', '<p v-html="DOMPurify.sanitize(comment.text)" />'],
    fixed: '<p v-text="comment.text" />',
  },
  'svelte-raw-html': {
    path: 'src/A.svelte',
    invalid: ['<p>{@html comment.text}</p>'],
    valid: ['<p>{comment.text}</p>', '{@html sanitizeHtml(comment.text)}'],
    fixed: '<p>{comment.text}</p>',
  },
  'razor-raw-html': {
    path: 'Views/A.cshtml',
    invalid: ['<p>@Html.Raw(Model.Name)</p>'],
    valid: ['<p>@Model.Name</p>', '@Html.Raw(Json.Serialize(Model))'],
    fixed: '<p>@(Model.Name)</p>',
  },
  'jsp-raw-output': {
    path: 'web/a.jsp',
    invalid: ['<c:out value="${user.name}" escapeXml="false"/>'],
    valid: ['<c:out value="${user.name}"/>'],
    fixed: '<c:out value="${user.name}" escapeXml="true"/>',
  },
  'thymeleaf-raw-output': {
    path: 'templates/a.html',
    invalid: ['<p th:utext="${user.name}"></p>'],
    valid: ['<p th:text="${user.name}"></p>'],
    fixed: '<p th:text="${user.name}"></p>',
  },
  'container-runs-as-root': {
    path: 'Dockerfile',
    invalid: ['FROM node\nUSER root\n', 'FROM node\nUSER node\nUSER 0:0\n'],
    valid: [
      'FROM node\nUSER root\nRUN a\nUSER node\n',
      'FROM node\nUSER 1000\n',
      'FROM node\nUSER rootless\n',
    ],
    fixed: 'FROM node\nUSER 65534:65534\n',
  },
  'download-piped-to-shell': {
    path: 'scripts/setup.sh',
    invalid: [
      'curl -fsSL https://example.com/install.sh | bash',
      'wget -qO- https://example.com/i | sudo sh',
    ],
    valid: ['curl -O https://example.com/a.tgz', 'curl https://example.com/a.json | jq .'],
  },
  'bucket-open-to-all': {
    path: 'infra/main.tf',
    invalid: ['  acl    = "public-read"'],
    valid: ['  acl = "private"', '  acl = "authenticated-read"'],
    fixed: '  acl    = "private"',
  },
  'workflow-text-in-script': {
    path: '.github/workflows/ci.yml',
    invalid: [
      'jobs:\n  a:\n    steps:\n      - run: echo "${{ github.event.issue.title }}"\n',
      'steps:\n  - name: n\n    run: |\n      echo x\n      git checkout ${{ github.head_ref }}\n',
    ],
    valid: [
      'steps:\n  - env:\n      TITLE: ${{ github.event.issue.title }}\n    run: echo "$TITLE"\n',
      'steps:\n  - run: echo ${{ github.sha }}\n    name: ${{ github.event.issue.title }}\n',
    ],
    fixed:
      'jobs:\n  a:\n    steps:\n      - env:\n          ISSUE_TITLE: ${{ github.event.issue.title }}\n        run: echo "${ISSUE_TITLE}"\n',
  },
}

test('every rule has its cases, and names a weakness of the list', () => {
  expect(Object.keys(CASES).sort()).toEqual(TEXT_RULES.map(rule => rule.id).sort())
  const known = new Map(readWeaknesses().map(weakness => [weakness.id, weakness.cwe]))
  for (const { weakness, cwe } of TEXT_RULES)
    expect(known.get(weakness), weakness).toEqual(expect.arrayContaining([cwe[0]]))
})

describe.each(TEXT_RULES.map(rule => [rule.id, rule] as const))('%s', (id, rule) => {
  const { path, invalid, valid, fixed } = CASES[id] as Case
  const find = (text: string) => (text.includes(rule.keyword) ? rule.find(text) : [])

  test('finds what it is for and nothing else', () => {
    expect(rule.files.test(path)).toBe(true)
    for (const text of invalid) expect(find(text), text).toHaveLength(1)
    for (const text of valid) expect(find(text), text).toHaveLength(0)
  })

  test('a fix leaves nothing to find', () => {
    for (const text of invalid) {
      const [match] = find(text)
      for (const fix of rule.fixes) {
        const edits = match && fix.edits(text, match)
        const ordered = edits ? orderEdits(edits) : null
        const after = ordered === null ? null : applyEdits(text, ordered)
        if (text === invalid[0]) expect(after).toBe(fixed)
        if (after !== null) expect(find(after), after).toHaveLength(0)
      }
    }
  })

  test('unfinished and endless text costs no more than reading it', () => {
    const part = invalid[0] ?? ''
    for (const text of [part.slice(0, -2).repeat(3_000), part.slice(0, 5).repeat(40_000)]) rule.find(text)
  })
})

test.each([
  ['single quotes keep the shell from reading a variable', "- run: echo '${{ github.head_ref }}'\n"],
  [
    'a step with variables of its own is left to its author',
    '- env:\n    A: b\n  run: echo ${{ github.head_ref }}\n',
  ],
  ['variables below the script count, too', '- run: echo ${{ github.head_ref }}\n  env:\n    A: b\n'],
])('%s, so no change is offered', (_, text) => {
  const rule = TEXT_RULES.find(one => one.id === 'workflow-text-in-script')
  const [match] = rule?.find(text) ?? []
  expect(match).toBeDefined()
  expect(match && rule?.fixes[0]?.edits(text, match)).toBeNull()
})

test('every use in the script becomes the variable, CRLF is kept', () => {
  const rule = TEXT_RULES.find(one => one.id === 'workflow-text-in-script')
  const use = '${{ github.event.pull_request.title }}'
  const text = `steps:\r\n  - name: n\r\n    run: |\r\n      echo "a ${use}"\r\n      echo ${use}\r\n`
  const [match] = rule?.find(text) ?? []
  const edits = match && rule?.fixes[0]?.edits(text, match)
  expect(applyEdits(text, orderEdits(edits ?? []) ?? [])).toBe(
    `steps:\r\n  - name: n\r\n    env:\r\n      PULL_REQUEST_TITLE: ${use}\r\n    run: |\r\n      echo "a \${PULL_REQUEST_TITLE}"\r\n      echo "\${PULL_REQUEST_TITLE}"\r\n`,
  )
})

test('a workflow is sure to be harmful only where strangers make it run with more rights than they have', () => {
  const rule = TEXT_RULES.find(one => one.id === 'workflow-text-in-script')
  const sure = (on: string, expression: string, more = '') => {
    const text = `name: x\non:\n${on}\njobs:\n  a:\n    steps:\n      - run: echo "\${{ github.${expression} }}"${more}\n`
    return rule?.find(text).map(match => rule.sureOf?.(text, match))
  }
  expect(sure('  pull_request_target:', 'event.pull_request.title')).toEqual(['high'])
  expect(sure('  issues:\n    types: [opened]', 'event.issue.title')).toEqual(['high'])
  expect(sure('  issue_comment:', 'event.comment.body')).toEqual(['high'])
  expect(sure('  pull_request:\n    branches: [main]', 'event.pull_request.title')).toEqual(['low'])
  expect(sure('  push:\n  pull_request:', 'head_ref')).toEqual(['low'])
  expect(sure('  push:', 'event.head_commit.message')).toEqual(['low'])
  expect(sure('  workflow_run:\n    workflows: [ci]', 'event.workflow_run.head_branch')).toEqual(['medium'])
  expect(sure('  workflow_run:\n    branches: [main]', 'event.workflow_run.head_branch')).toEqual(['low'])
  const merged = '\n        if: github.event.pull_request.merged == true'
  expect(sure('  pull_request_target:', 'event.pull_request.title', merged)).toEqual(['low'])
  const asks = "\n        if: github.event.comment.author_association == 'OWNER'"
  expect(sure('  issue_comment:', 'event.comment.body', asks)).toEqual(['low'])
})
