import { bundleOfPlatform } from '../citizen/compiled-hands';
import { bundleOf } from '../host/bundle';
import { filesIn } from '../host/bundle-directory';
import { Problems } from '../host/problems';
import { compileTemplates } from '../host/view/templates';
import { faultsOf } from './whole';

const WHOLE = {
  'app.json': '{"pages":["a/a"],"subPackages":[{"root":"b","pages":["b"]},{"root":"c","pages":["c"]}]}',
  'app.js': 'require("./taro.js")',
  'taro.js': '',
  'base.wxml': '<view/>',
  'a/a.js': 'require("../taro")',
  'a/a.json': '{"usingComponents":{"part":"../part"}}',
  'a/a.wxml': '<import src="../base.wxml"/>',
  'part.js': '',
  'b/b.js': 'require("../taro.js");require("./own.js")',
  'b/own.js': '',
  'b/b.json': '{}',
  'b/b.wxml': '<import src="../base.wxml"/>',
  'b/b.wxss': '@import "./own.wxss";',
  'b/own.wxss': '',
  'c/c.js': '',
  'c/c.json': '{}',
  'c/c.wxml': '',
};

const faultsWith = (change: Readonly<Record<string, string | undefined>>) => {
  const files = Object.entries<string | undefined>({ ...WHOLE, ...change }).filter(([, text]) => text !== undefined) as [string, string][];
  return faultsOf(bundleOf(Object.fromEntries(files)), 'weapp');
};

test('what fits together has no fault', () => {
  expect(faultsWith({})).toEqual([]);
});

test.each([
  [{ 'a/a.wxml': undefined }, 'a/a.wxml is missing'],
  [{ 'b/b.json': undefined }, 'b/b.json is missing'],
  [{ 'app.json': '{"pages":["a/a","a/a"]}' }, 'a/a is listed twice'],
  [{ 'taro.js': undefined }, 'app.js needs taro.js, which is not there'],
  [{ 'a/a.js': 'require("../b/own.js")' }, 'a/a.js needs b/own.js of another package'],
  [{ 'c/c.js': 'require("../b/own.js")' }, 'c/c.js needs b/own.js of another package'],
  [{ 'base.wxml': undefined }, 'a/a.wxml needs base.wxml, which is not there'],
  [{ 'b/own.wxss': undefined }, 'b/b.wxss needs b/own.wxss, which is not there'],
  [{ 'part.js': undefined }, 'a/a.json needs part.js, which is not there'],
  [{ 'c/c.wxml': '<wxs module="a" src="../names.wxs"/>' }, 'c/c.wxml needs names.wxs, which is not there'],
])('%o is found', (change, fault) => {
  expect(faultsWith(change)).toContain(fault);
});

describe.each(['weapp', 'alipay'] as const)('the compiled %s bundle', (platform) => {
  const bundle = bundleOf(filesIn(bundleOfPlatform(platform)));

  test('fits together as the platform asks', () => {
    expect(faultsOf(bundle, platform)).toEqual([]);
  });

  test('has templates without an error', () => {
    const problems = new Problems();
    compileTemplates(bundle, platform, problems);
    expect(problems.list).toEqual([]);
  });

  test('names each event in its templates as the platform does, capitals included', () => {
    const tags = bundle.ending(platform === 'weapp' ? '.wxml' : '.axml').map((file) => bundle.read(file)).join('\n');
    const tap = platform === 'weapp' ? 'bindtap="eh"' : 'onTap="eh"';
    const number = platform === 'weapp' ? 'bindgetphonenumber="eh"' : 'onGetAuthorize="eh"';
    expect([tags.includes(tap), tags.includes(number), tags.includes('ontap=')]).toEqual([true, true, false]);
  });
});
