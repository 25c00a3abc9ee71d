import { forbiddenIn, foreignAddresses } from './forbidden';

const what = (code: string) => forbiddenIn('planted.js', code).map((find) => find.what);

test.each([
  ['class A { #b = 1; c() { return this.#b } }', 'class field or private name'],
  ['class A { b = 1 }', 'class field or private name'],
  ['a?.b', 'optional chaining or ??'],
  ['a?.()', 'optional chaining or ??'],
  ['a ?? b', 'optional chaining or ??'],
  ['a ??= b', 'optional chaining or ??'],
  ['async function a() {}', 'async function'],
  ['const a = async () => b', 'async function'],
  ['a = { ...b }', 'object spread'],
  ['const { a, ...b } = c', 'object spread'],
  ['a = /(?<=b)c/', 'regular expression too new'],
  ['a = /b/s', 'regular expression too new'],
  ['a = 1n', 'number too new'],
  ['try { a() } catch { b() }', 'catch without a name'],
  ['eval(a)', 'code made from text'],
  ['new Function(a)', 'code made from text'],
  ['Function("a", "return a")', 'code made from text'],
  ['const F = Function; new F("")', 'code made from text'],
  ['let F; F = Function', 'code made from text'],
])('%s is found', (code, kind) => {
  expect(what(code)).toContain(kind);
});

test.each(['new Function("return this")()', 'class A extends B { constructor() { super() } }', 'const [a, ...b] = c', 'a(...b)', 'a ? .5 : 1', 'a = "this.#b ?? eval(c)"', 'Function.prototype.toString.call(a)', 'a instanceof Function', 'a.eval(b)', 'a = /(?:b)|(?=c)/gi'])(
  '%s may stay',
  (code) => {
    expect(what(code)).toEqual([]);
  },
);

test.each([
  ['wx.request({url:"https://storage.360buyimg.com/a.png"})', ['https://storage.360buyimg.com/a.png']],
  ['a="http://127.0.0.1:8787"', []],
  ['a="http://127.0.0.1:8787/voucher"', []],
  ['a="http://127.0.0.1:87871"', ['http://127.0.0.1:87871']],
  ['<svg xmlns="http://www.w3.org/2000/svg">', []],
  ['background:url(//img.yzcdn.cn/a.png) url(https://at.alicdn.com/a.ttf)', ['https://at.alicdn.com/a.ttf', '//img.yzcdn.cn/a.png']],
])('%s', (text, foreign) => {
  expect(foreignAddresses(text, ['http://127.0.0.1:8787'])).toEqual(foreign);
});
