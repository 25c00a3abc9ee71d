import { type Attribute, COMMON, type Holder, type RowKind } from './row-kind';

const CLASS = { general: '一般 general', sensitive: '敏感 sensitive', secret: '机密 secret' } as const;

const line = (name: string, { class: dataClass, purpose, sealed }: Attribute) => `| \`${name}\` | ${CLASS[dataClass]} | ${sealed ? '加密 sealed' : ''} | ${purpose} |`;

const withoutOf = (but: Readonly<Record<string, string>> = {}) => Object.entries(but).map(([path, why]) => `; without \`${path}\` (${why})`).join('');

const copyOf = ({ copy }: Holder) => ('in' in copy ? `\`${copy.in}\`${withoutOf(copy.but)}` : `not in it: ${copy.not}`);

function closedOf({ closed }: Holder): string {
  if ('days' in closed) return `gone within ${closed.days} day`;
  return 'kept' in closed ? `kept, told as “${closed.kept}”` : `stays: ${closed.not}`;
}

const fateOf = (holder: Holder | undefined) => (holder ? ['', `In the copy of one’s own data: ${copyOf(holder)}.`, `After the account is closed: ${closedOf(holder)}.`] : []);

function sectionOf({ kind, pk, sk, keys, retention, holder, attributes }: RowKind): string {
  const own = Object.entries(attributes).filter(([name]) => !(name in COMMON));
  const told = keys === undefined ? '' : ` What the key tells: ${keys}.`;
  return [
    `## ${kind}`,
    '',
    `\`${pk}\` / \`${sk}\`.${told} Kept: ${retention}.`,
    ...fateOf(holder),
    '',
    '| attribute | class | stored | purpose |',
    '|---|---|---|---|',
    ...own.map(([name, attribute]) => line(name, attribute)),
    '',
  ].join('\n');
}

const HEAD = `# 数据地图 Data map

Generated from the \`row-kinds.ts\` beside each store by \`npm run security-docs\`; a test fails when it is stale, and when a stored attribute has no entry.

- 一般 general: says nothing of a person by itself.
- 敏感 sensitive: of a person, or names one (个人信息保护法 第二十八条).
- 机密 secret: whoever has it can act as somebody.
- 加密 sealed: stored only as \`version.key id.iv.ciphertext.MAC\` (SM4-CTR, HMAC-SM3), bound to table, row and attribute: see [crypto.md](crypto.md).

Where a row is about a citizen, the map also says what of it is in the copy that the person may take along (GET /account/data, schema \`AccountData\` in [openapi.json](../openapi.json)), and what is left when the account is closed; \`functions/src/data-map/copy.test.ts\` and \`closing.test.ts\` hold both against everything that is stored. Secrets and the service’s own names of accounts are in no copy.

The whole table is encrypted at rest by its own key in KMS besides. Every row also has \`version\` (counts its writes) and may have \`ttl\` (when it disappears).

`;

/** docs/security/data-map.md */
export const mapPage = (kinds: readonly RowKind[]) => `${HEAD}${kinds.map(sectionOf).join('\n')}`;
