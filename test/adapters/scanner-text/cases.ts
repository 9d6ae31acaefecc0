export type Case = {
  readonly path: string
  readonly invalid: readonly string[]
  readonly valid: readonly string[]
  /** What the first fix makes of the first invalid text. */
  readonly fixed?: string
}

/** Texts that each rule for texts finds something in, and texts it leaves alone. */
export const CASES: Readonly<Record<string, Case>> = {
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
