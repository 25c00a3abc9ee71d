import { type Platform } from '../host/platform';
import { ancestors, type ViewNode, walk } from '../host/view/node';
import { nameOf } from '../states/state';
import { statesOn } from '../states/table';
import { putOn } from './put-on';

/** All states of all pages on a busy computer. */
const PATIENCE = 600_000;

const TAPPABLE = ['button', 'switch', 'radio', 'checkbox', 'textbox'];
const CHOSEN = ['switch', 'radio', 'checkbox'];
const NATIVE = ['button', 'input'];

const said = (node: ViewNode, name: string): string => {
  const value = node.attribute(name);
  return typeof value === 'string' ? value : typeof value === 'boolean' ? String(value) : '';
};

const above = (node: ViewNode): ViewNode[] => [...ancestors(node)];

type Fault = (node: ViewNode, roleName: string) => boolean;

const isTold = (node: ViewNode, roleName: string): boolean =>
  above(node).some((one) => said(one, 'aria-hidden') === 'true' || (['img', 'button'].includes(said(one, roleName)) && said(one, 'aria-label') !== ''));

/** What a screen reader would not be told of one thing on the page. */
const FAULTS: Readonly<Record<string, Fault>> = {
  'no role': (node, roleName) => NATIVE.includes(node.tag) && said(node, roleName) === '',
  'no name': (node, roleName) => TAPPABLE.includes(said(node, roleName)) && said(node, 'aria-label') === '',
  'not said whether chosen': (node, roleName) => CHOSEN.includes(said(node, roleName)) && said(node, 'aria-checked') === '',
  'takes a tap without a role': (node, roleName) => said(node, 'hover-class').endsWith('--pressed') && said(node, roleName) === '',
  'picture without words': (node, roleName) => node.tag === 'image' && !isTold(node, roleName),
};

const missing = (node: ViewNode, roleName: string): string[] =>
  Object.entries(FAULTS).filter(([, isFaulty]) => isFaulty(node, roleName)).map(([what]) => `${what}: ${node.tag} #${node.id} .${node.classes.join('.')}`);

const ROLE_NAMES: Readonly<Record<Platform, string>> = { weapp: 'aria-role', alipay: 'role' };
const platforms: Platform[] = ['weapp', 'alipay'];

test.each(platforms)('in every state of every page of the compiled %s output a screen reader is told what can be tapped and what is shown (ALL-1)', async (platform) => {
  const complaints = new Map<string, string>();
  for (const state of statesOn(platform)) {
    const program = await putOn(platform, state);
    for (const what of [...walk(program.page.root())].flatMap((node) => missing(node, ROLE_NAMES[platform]))) complaints.set(what, nameOf(state));
    await program.end();
  }
  expect([...complaints]).toEqual([]);
}, PATIENCE);

describe('the check sees', () => {
  const node = (more: Partial<ViewNode> & { readonly has?: Readonly<Record<string, string>> }): ViewNode => ({
    tag: 'view', id: '', classes: [], dataset: {}, parent: undefined, children: [], fire: () => undefined, type: () => undefined, is: () => false,
    attribute: (name) => more.has?.[name],
    ...more,
  });

  test.each([
    [node({ tag: 'button' }), ['no role']],
    [node({ has: { role: 'button' } }), ['no name']],
    [node({ has: { role: 'radio', 'aria-label': '微信' } }), ['not said whether chosen']],
    [node({ has: { 'hover-class': 'cell--pressed' } }), ['takes a tap without a role']],
    [node({ tag: 'image' }), ['picture without words']],
    [node({ tag: 'image', parent: node({ has: { role: 'img', 'aria-label': '医保码二维码' } }) }), []],
    [node({ tag: 'image', has: { 'aria-hidden': 'true' } }), []],
  ])('%#', (one, expected) => {
    expect(missing(one, 'role').map((what) => what.replace(/:.*/, ''))).toEqual(expected);
  });
});
