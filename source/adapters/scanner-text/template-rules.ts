import { byPattern, rewriting, type TextFix, type TextRule } from './text-rule.js'

/** Ways to print that leave escaping out, one rule a template language. Sources: the documentation of each language. */
type RawOutput = {
  readonly id: string
  readonly files: RegExp
  readonly keyword: string
  readonly expression: RegExp
  /** What is meant as markup: partials, blocks, what a cleaner returned. */
  readonly except: RegExp | null
  readonly escaped: (matched: string) => string | null
}

/** What returns markup that is safe or was made by the page itself. */
const CLEANED =
  /\b(?:include|partial|render|yield|content|body|block|slot|DOMPurify|sanitize\w*|purify|bleach|escape\w*|json_script|csrf\w*|tojson|JSON\.stringify|json_encode|safe_json)\b/i

const ENGINES: readonly RawOutput[] = [
  {
    id: 'ejs-raw-output',
    files: /\.ejs$/i,
    keyword: '<%-',
    expression: /<%-[^%]{1,400}%>/g,
    except: CLEANED,
    escaped: matched => matched.replace('<%-', '<%='),
  },
  {
    id: 'handlebars-raw-output',
    files: /\.(?:hbs|handlebars|mustache)$/i,
    keyword: '{{{',
    expression: /\{\{\{[^{}]{1,400}\}\}\}/g,
    except: CLEANED,
    escaped: matched => matched.slice(1, -1),
  },
  {
    id: 'pug-raw-output',
    files: /\.(?:pug|jade)$/i,
    keyword: '!',
    expression:
      /(!\{[^{}\n]{1,400}\})|^[ \t]{0,200}(?:[\w#.:-]{1,80}(?:\([^()\n]{0,200}\))?)?(!=[^\n]{1,400})$/gm,
    except: CLEANED,
    escaped: matched => matched.replace(/^!\{/, '#{').replace(/^!=/, '='),
  },
  {
    id: 'jinja-raw-output',
    files: /\.(?:html?|xml|j2|jinja2?|njk|twig|swig|djhtml)$/i,
    keyword: '{{',
    expression: /\{\{[^{}]{1,400}\|\s{0,5}(?:safe|raw)\s{0,5}\}\}/g,
    except: CLEANED,
    escaped: matched => matched.replace(/\s{0,5}\|\s{0,5}(?:safe|raw)(\s{0,5}\}\})$/, '$1'),
  },
  {
    id: 'erb-raw-output',
    files: /\.(?:erb|rhtml)$/i,
    keyword: '<%=',
    expression: /<%==[^%]{1,400}%>|<%=[^%]{1,400}\.html_safe\s{0,5}%>|<%=\s{0,5}raw[ (][^%]{1,400}%>/g,
    except: CLEANED,
    escaped: matched =>
      matched
        .replace('<%==', '<%=')
        .replace(/\.html_safe(\s*%>)$/, '$1')
        .replace(
          /^<%=\s*raw(?:\((.*)\)|\s(.*?))\s*%>$/s,
          (_, inside = '', bare = '') => `<%= ${inside || bare} %>`,
        ),
  },
  {
    id: 'blade-raw-output',
    files: /\.blade\.php$/i,
    keyword: '{!!',
    expression: /\{!![^{}]{1,400}!!\}/g,
    except: CLEANED,
    escaped: matched => `{{${matched.slice(3, -3)}}}`,
  },
  {
    id: 'vue-raw-html',
    files: /\.vue$/i,
    keyword: 'v-html',
    expression: /\bv-html\s{0,3}=\s{0,3}"[^"]{1,400}"/g,
    except: CLEANED,
    escaped: matched => matched.replace('v-html', 'v-text'),
  },
  {
    id: 'svelte-raw-html',
    files: /\.svelte$/i,
    keyword: '{@html',
    expression: /\{@html\s[^{}]{1,400}\}/g,
    except: CLEANED,
    escaped: matched => matched.replace(/^\{@html\s{1,20}/, '{'),
  },
  {
    id: 'razor-raw-html',
    files: /\.(?:cshtml|razor)$/i,
    keyword: 'Html.Raw',
    expression: /@Html\.Raw\([\w.[\]"' ]{1,200}\)/g,
    except: CLEANED,
    escaped: matched => `@(${matched.slice('@Html.Raw('.length, -1)})`,
  },
  {
    id: 'jsp-raw-output',
    files: /\.(?:jspx?|tag)$/i,
    keyword: 'escapeXml',
    expression: /escapeXml\s{0,3}=\s{0,3}["']false["']/g,
    except: null,
    escaped: () => 'escapeXml="true"',
  },
  {
    id: 'thymeleaf-raw-output',
    files: /\.html?$/i,
    keyword: 'th:utext',
    expression: /\bth:utext\s{0,3}=/g,
    except: null,
    escaped: matched => matched.replace('utext', 'text'),
  },
]

function escaping(escaped: RawOutput['escaped']): TextFix {
  return rewriting(
    'escape',
    'Print it escaped',
    'Markup in the value becomes visible instead of taking effect.',
    escaped,
  )
}

const MESSAGE = 'This prints a value as HTML; what somebody else wrote into it becomes part of the page.'

/** Rules for page templates. The value may be markup of the project's own, which a template cannot show: low confidence. */
export const TEMPLATE_RULES: readonly TextRule[] = [
  ...ENGINES.map(
    ({ id, files, keyword, expression, except, escaped }): TextRule => ({
      id,
      files,
      keyword,
      weakness: 'xss',
      severity: 'medium',
      confidence: 'low',
      cwe: [79],
      owasp: 'A05:2025',
      message: MESSAGE,
      find: byPattern(expression, except),
      fixes: [escaping(escaped)],
    }),
  ),
  {
    id: 'jinja-autoescape-off',
    files: /\.(?:html?|xml|j2|jinja2?|njk|twig|djhtml)$/i,
    keyword: 'autoescape',
    weakness: 'xss',
    severity: 'medium',
    confidence: 'low',
    cwe: [79],
    owasp: 'A05:2025',
    message: 'Nothing in this block is escaped; what somebody else wrote becomes part of the page.',
    find: byPattern(/\{%-?\s{0,5}autoescape\s{1,5}(?:off|false)\s{0,5}-?%\}/g),
    fixes: [
      rewriting('on', 'Escape in this block', 'What must stay markup is marked where it is made.', matched =>
        matched.replace(/\boff\b/, 'on').replace(/\bfalse\b/, 'true'),
      ),
    ],
  },
]
