import { expect, test } from 'vitest'
import type { FlowQuery } from '../../../../source/adapters/scanner-embedded/taint/flow-types.js'
import { ask } from './ask-flow.js'

const SQL: Partial<FlowQuery> = { guards: ['allow-list'], weakness: 'sql-injection' }
const PATH: Partial<FlowQuery> = {
  guards: ['path-inside'],
  weakness: 'path-traversal',
  sanitizers: ['path-basename'],
}
const SSRF: Partial<FlowQuery> = { guards: ['url-host'], weakness: 'ssrf' }
const REDIRECT: Partial<FlowQuery> = { guards: ['local-path'], weakness: 'open-redirect' }

type Case = readonly [name: string, query: Partial<FlowQuery>, ...lines: readonly string[]]

const view = (lines: readonly string[]): string =>
  `import re\nOK = ['a', 'b']\nBASE = '/srv/x'\n@app.route('/')\ndef view():\n    s = request.args.get('s')\n${lines.map(line => `    ${line}`).join('\n')}\n`

const EXACT: readonly Case[] = [
  ['membership, early return', SQL, 'if s not in OK:', "    return 'no'", "sink(f'x {s}')"],
  ['membership, else a default', SQL, 'if s not in OK:', "    s = 'a'", 'sink(s)'],
  [
    'a known check, else none',
    REDIRECT,
    'if not url_has_allowed_host_and_scheme(s, allowed_hosts=None):',
    '    s = None',
    'sink(s)',
  ],
  ['membership, abort', SQL, 'if s not in OK:', '    abort(400)', 'sink(s)'],
  ['membership, raise', SQL, 'if not s in OK:', '    raise ValueError()', 'sink(s)'],
  ['membership after the text was built', SQL, "q = 'x %s' % s", 'if s not in OK:', '    return', 'sink(q)'],
  [
    'membership in the block that sets it, used behind it',
    SQL,
    "t = ''",
    'if x:',
    '    t = s',
    '    if t not in OK:',
    '        return',
    'sink(t)',
  ],
  ['membership around', SQL, 'if s in OK:', '    sink(s)'],
  ['membership in a set', SQL, "if s not in {'a', 'b'}:", '    return', 'sink(s)'],
  ['membership in dictionary keys', SQL, "T = {'a': 1}", 'if s not in T:', '    return', 'sink(s)'],
  ['membership in a conditional expression', SQL, "t = s if s in OK else 'a'", 'sink(t)'],
  ['membership in a comprehension', SQL, 'sink([x for x in request.json["xs"] if x in OK])'],
  ['presence and membership', SQL, 'if not s or s not in OK:', '    return', 'sink(s)'],
  ['equality around', SQL, "if s == 'asc':", '    sink(s)'],
  ['elif', SQL, "if s == 'asc':", '    pass', "elif s == 'desc':", '    sink(s)'],
  ['match over literals', SQL, 'match s:', "    case 'a':", '        sink(s)'],
  ['assert', SQL, 'assert s in OK', 'sink(s)'],
  ['fullmatch', SQL, "if not re.fullmatch(r'[a-z]+', s):", '    return', 'sink(s)'],
  ['anchored match', SQL, "if not re.match(r'^[a-z]+$', s):", '    return', 'sink(s)'],
  ['match anchored at the end', SQL, "if re.match(r'[a-z]+$', s) is None:", '    return', 'sink(s)'],
  ['a compiled pattern', SQL, "P = re.compile(r'^[a-z]+$')", 'if not P.match(s):', '    return', 'sink(s)'],
  ['isdigit', SQL, 'if not s.isdigit():', '    return', 'sink(s)'],
  ['isinstance int', SQL, 'if not isinstance(s, int):', '    return', 'sink(s)'],
  ['int() tried', SQL, 'try:', '    int(s)', 'except ValueError:', '    return', 'sink(s)'],
  [
    'a predicate of this file',
    SQL,
    'def known(x):',
    '    return x in OK',
    'if not known(s):',
    '    return',
    'sink(s)',
  ],
  ['secure_filename', PATH, 'sink(os.path.join(BASE, secure_filename(s)))'],
  [
    'startswith after realpath',
    PATH,
    'p = os.path.realpath(os.path.join(BASE, s))',
    'if not p.startswith(BASE + os.sep):',
    '    abort(403)',
    'sink(p)',
  ],
  [
    'is_relative_to',
    PATH,
    'p = (Path(BASE) / s).resolve()',
    'if not p.is_relative_to(BASE):',
    '    return',
    'sink(p)',
  ],
  [
    'commonpath',
    PATH,
    'p = os.path.abspath(os.path.join(BASE, s))',
    'if os.path.commonpath([BASE, p]) != BASE:',
    '    return',
    'sink(p)',
  ],
  [
    'host membership',
    SSRF,
    'parsed = urlparse(s)',
    "if parsed.hostname not in ['a.example']:",
    '    return',
    'sink(s)',
  ],
  ['host membership inline', SSRF, "if urlparse(s).netloc not in {'a.example'}:", '    return', 'sink(s)'],
  ['fixed host', SSRF, "sink(f'https://api.example/{s}')"],
  ['fixed host by percent', SSRF, "sink('https://api.example/%s' % s)"],
  ['fixed host by format', SSRF, "sink('https://api.example/{}'.format(s))"],
  ['fixed host, added to', SSRF, "u = 'https://api.example/'", 'u += s', 'sink(u)'],
  [
    'url_has_allowed_host_and_scheme',
    REDIRECT,
    'if not url_has_allowed_host_and_scheme(s, allowed_hosts=None):',
    '    return',
    'sink(s)',
  ],
]

const WEAKENED: readonly Case[] = [
  ['an unknown predicate', SQL, 'if not is_valid(s):', '    return', 'sink(s)'],
  ['an unanchored search', SQL, "if not re.search(r'[a-z]+', s):", '    return', 'sink(s)'],
  ['a match without end', SQL, "if not re.match(r'[a-z]+', s):", '    return', 'sink(s)'],
  ['dots looked for', PATH, "if '..' in s:", '    return', 'sink(s)'],
  [
    'startswith without separator',
    PATH,
    'p = os.path.realpath(s)',
    'if not p.startswith(BASE):',
    '    return',
    'sink(p)',
  ],
  ['membership in a variable list', SQL, 'names = load()', 'if s not in names:', '    return', 'sink(s)'],
  ['a schema', SQL, 'data = SCHEMA.check_and_return(request.json)', "sink(data['x'])"],
  ['a validating call', SQL, 'validate_name(s)', 'sink(s)'],
  ['quotes doubled by hand', SQL, `sink(s.replace("'", "''"))`],
]

const TAINTED: readonly Case[] = [
  ['no check', SQL, 'sink(s)'],
  ['a check that does not leave', SQL, 'if s not in OK:', "    print('no')", 'sink(s)'],
  ['a check after the sink', SQL, 'sink(s)', 'if s not in OK:', '    return'],
  ['the check the wrong way round', SQL, 'if s in OK:', '    return', 'sink(s)'],
  ['a presence check', SQL, 'if not s:', '    return', 'sink(s)'],
  ['a check for nothing', SQL, 'if s is None:', '    return', 'sink(s)'],
  ['a length check', SQL, 'if len(s) > 10:', '    return', 'sink(s)'],
  ['isinstance str for SQL', SQL, 'if not isinstance(s, str):', '    return', 'sink(s)'],
  ['another name checked', SQL, "t = request.args.get('t')", 'if t not in OK:', '    return', 'sink(s)'],
  [
    'overwritten after the check',
    SQL,
    'if s not in OK:',
    '    return',
    "s = request.args.get('t')",
    'sink(s)',
  ],
  [
    'a check in the block, and a value set after it',
    SQL,
    "t = ''",
    'if x:',
    '    t = s',
    '    if t not in OK:',
    '        return',
    "    t = request.args.get('t')",
    'sink(t)',
  ],
  [
    'a check that may raise elsewhere',
    SQL,
    'try:',
    '    int(s)',
    'except ValueError:',
    '    pass',
    'sink(s)',
  ],
  ['a host in front without slash', SSRF, "sink('https://api.example' + s)"],
  ['a host by format', SSRF, "sink('https://{}/x'.format(s))"],
  ['a scheme in front', SSRF, "sink('https://%s/x' % s)"],
]

const told = (cases: readonly Case[], verdict: string): void => {
  for (const [name, query, ...lines] of cases) {
    test(`Python, ${verdict}: ${name}`, async () => {
      expect((await ask('Python', view(lines), query)).verdict).toBe(verdict)
    })
  }
}

told(EXACT, 'clean')
told(WEAKENED, 'weakened')
told(TAINTED, 'tainted')
