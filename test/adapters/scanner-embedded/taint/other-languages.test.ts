import { expect, test } from 'vitest'
import type { Language } from '../../../../source/adapters/scanner-embedded/tree/language.js'
import { ask, askConstant } from './ask-flow.js'

type Case = readonly [language: Language, name: string, code: string]

const go = (body: string): string =>
  `package p\nvar OK = map[string]string{"a": "x"}\nfunc h(w http.ResponseWriter, r *http.Request) {\n${body}\n}\n`
const java = (body: string): string =>
  `class A { static final java.util.List<String> OK = List.of("a");\nvoid h(HttpServletRequest request) {\n${body}\n}\nstatic String id(String x) { return x; } }`
const php = (body: string): string => `<?php\n${body}\n`
const ruby = (body: string): string => `class C\nOK = %w[a b]\ndef show\n${body}\nend\nend\n`
const cs = (body: string): string =>
  `class A { static readonly string[] OK = { "a" };\nvoid H() {\n${body}\n}\nstring Id(string x) { return x; } }`

const TAINTED: readonly Case[] = [
  ['Go', 'a query value', go('id := r.URL.Query().Get("id")\nsink(id)')],
  ['Go', 'a concatenation', go('q := "a" + r.FormValue("id")\nsink(q)')],
  ['Go', 'Sprintf', go('id := r.PathValue("id")\nsink(fmt.Sprintf("x %s", id))')],
  ['Go', 'plus-equals', go('q := "a"\nq += r.FormValue("x")\nsink(q)')],
  ['Go', 'one of several values', go('a, b := 1, r.FormValue("x")\n_ = a\nsink(b)')],
  ['Go', 'range', go('for _, v := range r.Form["x"] { sink(v) }')],
  ['Go', 'a builder', go('var b strings.Builder\nb.WriteString(r.FormValue("x"))\nsink(b.String())')],
  ['Go', 'a map entry', go('m := map[string]string{"a": r.FormValue("x")}\nsink(m["a"])')],
  [
    'Go',
    'a called function',
    `package p\nfunc find(name string) { sink("x" + name) }\nfunc h(r *http.Request) { find(r.FormValue("n")) }\n`,
  ],
  ['Go', 'gin', 'package p\nfunc h(c *gin.Context) { sink(c.Query("a")) }\n'],
  ['Java', 'a parameter of the request', java('String id = request.getParameter("id"); sink("a" + id);')],
  [
    'Java',
    'a StringBuilder',
    java('StringBuilder b = new StringBuilder(); b.append(request.getParameter("x")); sink(b.toString());'),
  ],
  ['Java', 'String.format', java('sink(String.format("a %s", request.getHeader("x")));')],
  ['Java', 'for each', java('for (String s : request.getParameterValues("x")) { sink(s); }')],
  ['Java', 'a lambda', java('Arrays.asList(request.getParameterValues("x")).forEach(x -> sink(x));')],
  ['Java', 'a called method', java('sink(id(request.getParameter("x")));')],
  [
    'Java',
    'a Spring parameter',
    'class A { @GetMapping("/x") String h(@RequestParam String q, @PathVariable("id") Long id) { sink(q); return q; } }',
  ],
  ['Php', '$_GET', php("sink($_GET['id']);")],
  ['Php', 'a text', php('$id = $_POST["id"]; sink("SELECT $id");')],
  ['Php', 'a concatenation', php("$q = 'a' . $_GET['x'] . 'b'; sink($q);")],
  ['Php', 'dot-equals', php("$q = 'a'; $q .= $_GET['x']; sink($q);")],
  ['Php', 'foreach', php("foreach ($_GET['xs'] as $k => $v) { sink($v); }")],
  ['Php', 'sprintf', php("sink(sprintf('a %s', $_GET['x']));")],
  ['Php', 'an array entry', php("$m = ['a' => $_GET['x'], 'b' => 1]; sink($m['a']);")],
  ['Php', 'a called function', php('function find($n) { sink("x $n"); } find($_GET["n"]);')],
  ['Php', 'Laravel', php('function f(Request $request) { $id = $request->input("id"); sink($id); }')],
  ['Php', 'a list', php('[$a, $b] = [1, $_GET["x"]]; sink($b);')],
  ['Ruby', 'params', ruby('sink(params[:id])')],
  ['Ruby', 'interpolation', ruby('id = params[:id]\nsink("a #{id}")')],
  ['Ruby', 'a nested parameter', ruby('sink(params[:user][:name])')],
  ['Ruby', 'append', ruby("q = 'a'\nq << params[:x]\nsink(q)")],
  ['Ruby', 'a block', ruby('params[:xs].each { |x| sink(x) }')],
  ['Ruby', 'a do block', ruby('params[:xs].each do |x|\n sink(x)\n end')],
  ['Ruby', 'permit', ruby('sink(params.require(:user).permit(:name))')],
  [
    'Ruby',
    'a called method',
    'class C\ndef show\n find(params[:n])\nend\ndef find(name)\n sink("x #{name}")\nend\nend\n',
  ],
  ['Ruby', 'an instance variable', 'class C\ndef a\n @q = params[:q]\nend\ndef b\n sink(@q)\nend\nend\n'],
  ['CSharp', 'a query value', cs('var id = Request.Query["id"]; sink("a" + id);')],
  ['CSharp', 'interpolation', cs('string id = Request.Form["id"]; sink($"a {id} b");')],
  ['CSharp', 'string.Format', cs('sink(string.Format("a {0}", Request.Headers["x"]));')],
  ['CSharp', 'foreach', cs('foreach (var v in Request.Query["x"]) { sink(v); }')],
  [
    'CSharp',
    'a StringBuilder',
    cs('var b = new StringBuilder(); b.Append(Request.Query["x"]); sink(b.ToString());'),
  ],
  [
    'CSharp',
    'a bound parameter',
    'class A { [HttpGet("{id}")] public string Get([FromQuery] string id) { sink(id); return id; } }',
  ],
  ['CSharp', 'a called method', cs('sink(Id(Request.Query["x"]));')],
]

const CLEAN: readonly Case[] = [
  [
    'Go',
    'a method of something else called r',
    'package p\nfunc (r *ReCaptcha) Ok(x string) { sink(r.Host + r.Header) }\n',
  ],
  [
    'Go',
    'a parameter called c that is no context',
    'package p\nfunc f(c *cache.Cache) { sink(c.Get("a")) }\n',
  ],
  ['Go', 'a number written out', go('n, _ := strconv.Atoi(r.FormValue("n"))\nsink(strconv.Itoa(n))')],
  ['Php', 'what the server says of itself', php("sink($_SERVER['DOCUMENT_ROOT']);")],
  [
    'Php',
    'a pattern, else a default',
    php("$a = $_GET['a'];\nif (!ctype_alnum($a)) { $a = '0'; }\nsink($a);"),
  ],
  ['Go', 'a literal', go('q := "a"\nsink(q)')],
  ['Go', 'a number', go('n, err := strconv.Atoi(r.FormValue("n"))\nif err != nil { return }\nsink(n)')],
  ['Go', 'overwritten', go('q := r.FormValue("q")\nq = "a"\nsink(q)')],
  ['Go', 'membership in a map', go('q := r.FormValue("q")\nif _, ok := OK[q]; !ok { return }\nsink(q)')],
  ['Go', 'a table looked up', go('sink(OK[r.FormValue("q")])')],
  ['Go', 'a switch over literals', go('q := r.FormValue("q")\nswitch q {\ncase "a", "b":\n sink(q)\n}')],
  ['Go', 'the error', go('n, err := strconv.Atoi(r.FormValue("n"))\n_ = n\nsink(err)')],
  ['Java', 'a number', java('int n = Integer.parseInt(request.getParameter("n")); sink("a" + n);')],
  [
    'Java',
    'membership',
    java('String s = request.getParameter("s"); if (!OK.contains(s)) { return; } sink(s);'),
  ],
  ['Java', 'equality', java('String s = request.getParameter("s"); if (s.equals("a")) { sink("b"); }')],
  [
    'Java',
    'a Spring number',
    'class A { @GetMapping("/x") String h(@PathVariable("id") Long id) { sink(id); return ""; } }',
  ],
  ['Java', 'overwritten', java('String s = request.getParameter("s"); s = "a"; sink(s);')],
  ['Php', 'intval', php('$n = intval($_GET["n"]); sink("a $n");')],
  ['Php', 'a cast', php('$n = (int) $_GET["n"]; sink("a $n");')],
  ['Php', 'in_array', php('$s = $_GET["s"]; if (!in_array($s, ["a", "b"])) { die("no"); } sink($s);')],
  ['Php', 'preg_match', php("$s = $_GET['s']; if (!preg_match('/^[a-z]+$/', $s)) { return; } sink($s);")],
  ['Php', 'overwritten', php("$s = $_GET['s']; $s = 'a'; sink($s);")],
  ['Php', 'a function of its own', php('$s = $_GET["s"]; function f() { sink($t); }')],
  ['Ruby', 'to_i', ruby('sink(params[:id].to_i)')],
  ['Ruby', 'Integer', ruby('sink("a #{Integer(params[:id])}")')],
  ['Ruby', 'membership', ruby('s = params[:s]\nreturn unless OK.include?(s)\nsink(s)')],
  ['Ruby', 'membership around', ruby('s = params[:s]\nif OK.include?(s)\n sink(s)\nend')],
  ['Ruby', 'case over literals', ruby("s = params[:s]\ncase s\nwhen 'a' then sink(s)\nend")],
  ['Ruby', 'overwritten', ruby("s = params[:s]\ns = 'a'\nsink(s)")],
  ['CSharp', 'a number', cs('var n = int.Parse(Request.Query["n"]); sink("a" + n);')],
  ['CSharp', 'membership', cs('var s = Request.Query["s"]; if (!OK.Contains(s)) { return; } sink(s);')],
  ['CSharp', 'overwritten', cs('var s = Request.Query["s"]; s = "a"; sink(s);')],
  [
    'CSharp',
    'a bound number',
    'class A { [HttpGet("{id}")] public string Get(int id) { sink(id); return ""; } }',
  ],
]

test.each(TAINTED)('%s, tainted: %s', async (language, _name, code) => {
  expect((await ask(language, code)).verdict).toBe('tainted')
})

test.each(CLEAN)('%s, clean: %s', async (language, _name, code) => {
  expect((await ask(language, code)).verdict).toBe('clean')
})

test.each<readonly [Language, boolean, string]>([
  ['Go', true, 'package p\nconst T = "users"\nfunc f() { sink("SELECT " + T) }\n'],
  ['Go', false, 'package p\nfunc f(t string) { sink("SELECT " + t) }\n'],
  ['Java', true, 'class A { static final String T = "users"; void f() { sink("SELECT " + T); } }'],
  ['Java', false, 'class A { void f(String t) { sink("SELECT " + t); } }'],
  ['Php', true, '<?php $t = "users"; sink("SELECT $t");'],
  ['Php', false, '<?php function f($t) { sink("SELECT $t"); }'],
  ['Ruby', true, 'T = \'users\'\nsink("SELECT #{T}")\n'],
  ['Ruby', false, 'def f(t)\n sink("SELECT #{t}")\nend\n'],
  ['CSharp', true, 'class A { const string T = "users"; void F() { sink($"SELECT {T}"); } }'],
  ['CSharp', false, 'class A { void F(string t) { sink($"SELECT {t}"); } }'],
])('%s: whether a text is constant (%s)', async (language, isConstant, code) => {
  expect(await askConstant(language, code)).toBe(isConstant)
})

test.each<readonly [Language, string]>([
  ['Go', 'package p\nfunc f(r *http.Request) { sink(fmt.Sprintf("/login?%s", r.URL.Query().Encode())) }\n'],
  ['Php', "<?php sink(sprintf('/login?next=%s', $_GET['next']));"],
])('%s: a format that begins with a path of this site leads nowhere else', async (language, code) => {
  expect((await ask(language, code, { weakness: 'open-redirect' })).verdict).toBe('clean')
})

test('Ruby: conditions given as a hash are bound', async () => {
  const code = 'def show\n q = { name: params[:name] }\n sink(q)\nend\n'
  expect((await ask('Ruby', code)).verdict).toBe('clean')
  expect((await ask('Ruby', code, { weakness: 'xss' })).verdict).toBe('tainted')
})

test('the lists are sound', async () => {
  const { problems } = await import('./ask-flow.js')
  expect(problems).toEqual([])
})
