import { blindIndexWith, idNumberIndexWith, stampedDigestWith } from './digest';
import { type Generation, keysFrom, keysIn, keySetFrom, PURPOSES } from './keys';
import { pinHasherWith } from './pin-hash';
import { sealerWith } from './sealer';

const ID_NUMBER = '999999199003070012';
const PLACE = { pk: 'V#1', sk: 'VOUCHER', attribute: 'idNumber' };

const generation = (id: string, activeFrom: string): Generation => ({ keys: keySetFrom(Buffer.from(`the data key ${id} that is only for tests`), id), activeFrom: new Date(activeFrom) });

const K1 = generation('k1', '2026-01-01');
const K2 = generation('k2', '2026-07-01');

const ringOf = (...generations: Generation[]) => (now: string) => keysIn(() => ({ table: 'yibao', generations }), () => new Date(now));
const [before, after] = [ringOf(K1)('2026-06-01'), ringOf(K1, K2)('2026-08-01')];

test('two purposes never share a key, nor do two data keys, nor two lengths (CODE-4)', () => {
  const all = [K1, K2].flatMap(({ keys }) => PURPOSES.flatMap((purpose) => [16, 32].map((bytes) => keys.of(purpose, bytes).toString('hex').slice(0, 32))));
  expect(new Set(all).size).toBe(2 * 2 * PURPOSES.length);
});

describe('a sealed value', () => {
  const sealer = sealerWith(before);
  const sealed = sealer.seal(ID_NUMBER, PLACE);
  const [version, id, iv, text, mac] = sealed.split('.') as [string, string, string, string, string];
  const other = sealer.seal('999999199003070039', PLACE).split('.');

  test('opens where it was sealed, shows nothing and is another one each time', () => {
    expect(sealer.open(sealed, PLACE)).toBe(ID_NUMBER);
    expect(sealer.open(sealer.seal('', PLACE), PLACE)).toBe('');
    expect([version, id, Buffer.from(iv, 'base64url').length, Buffer.from(mac, 'base64url').length]).toEqual(['v1', 'k1', 16, 32]);
    expect(Buffer.from(text, 'base64url').toString('latin1')).not.toContain('9999');
    expect(sealer.seal(ID_NUMBER, PLACE)).not.toBe(sealed);
  });

  test.each([
    ['in another row', sealed, { ...PLACE, pk: 'V#2' }],
    ['in another row of the same owner', sealed, { ...PLACE, sk: 'DRAFT' }],
    ['in another field', sealed, { ...PLACE, attribute: 'name' }],
    ['where the names only look alike', sealed, { ...PLACE, pk: 'V#1","VOUCHER' }],
    ['with altered text', [version, id, iv, `${text.slice(0, -2)}AA`, mac].join('.'), PLACE],
    ['with altered iv', [version, id, `AAAA${iv.slice(4)}`, text, mac].join('.'), PLACE],
    ['with altered MAC', [version, id, iv, text, `AAAA${mac.slice(4)}`].join('.'), PLACE],
    ['with the text of another value', [version, id, iv, other[3], mac].join('.'), PLACE],
    ['with the MAC of another value', [version, id, iv, text, other[4]].join('.'), PLACE],
    ['with text and iv exchanged', [version, id, text, iv, mac].join('.'), PLACE],
    ['with a cut MAC', sealed.slice(0, -4), PLACE],
    ['without MAC', [version, id, iv, text, ''].join('.'), PLACE],
    ['as another version', sealed.replace('v1', 'v2'), PLACE],
    ['with an unknown key', sealed.replace('.k1.', '.k7.'), PLACE],
    ['as nothing', '', PLACE],
    ['as plain text', ID_NUMBER, PLACE],
    ['as half of it', sealed.slice(0, 20), PLACE],
    ['with something behind', `${sealed}.x`, PLACE],
  ])('does not open %s, and says nothing of what it holds', (_what, altered, place) => {
    expect(() => sealer.open(altered, place)).toThrow(expect.objectContaining({ name: 'SealBroken', message: 'closed text does not open here' }));
  });

  test('does not open with the keys of another table, even where the data key is the same', () => {
    const copied = keysIn(() => ({ table: 'yibao-2', generations: [K1] }), () => new Date('2026-06-01'));
    expect(() => sealerWith(copied).open(sealed, PLACE)).toThrow('does not open');
  });

  test('of before a rotation still opens, and new ones are made with the new key', () => {
    const rotated = sealerWith(after);
    expect(rotated.open(sealed, PLACE)).toBe(ID_NUMBER);
    const fresh = rotated.seal(ID_NUMBER, PLACE);
    expect(fresh).toMatch(/^v1\.k2\./);
    expect(rotated.open(fresh, PLACE)).toBe(ID_NUMBER);
    expect(() => sealer.open(fresh, PLACE)).toThrow('does not open');
    expect(() => rotated.open(sealed.replace('.k1.', '.k2.'), PLACE)).toThrow('does not open');
  });

  test('is made with the old key until the new one is in use, and opens with either', () => {
    const waiting = sealerWith(ringOf(K1, K2)('2026-06-30'));
    expect(waiting.seal('x', PLACE)).toMatch(/^v1\.k1\./);
    expect(waiting.open(sealerWith(after).seal('x', PLACE), PLACE)).toBe('x');
  });
});

describe('an index of an ID number', () => {
  test('is full length, keyed, and the same for a small and a capital X', () => {
    const index = idNumberIndexWith(before);
    expect(index(ID_NUMBER)).toEqual({ current: expect.stringMatching(/^[0-9a-f]{64}$/), previous: undefined, older: [] });
    expect(index('99999919900307001x')).toEqual(index('99999919900307001X'));
    expect(index(ID_NUMBER).current).not.toBe(idNumberIndexWith(ringOf(K2)('2026-08-01'))(ID_NUMBER).current);
  });

  test('is there by both keys after a rotation', () => {
    const { current, previous } = idNumberIndexWith(after)(ID_NUMBER);
    expect(previous).toBe(idNumberIndexWith(before)(ID_NUMBER).current);
    expect(current).not.toBe(previous);
  });
});

test('the name of an account outlives rotations', () => {
  expect(blindIndexWith(after)('account', 'weapp|o1')).toBe(blindIndexWith(before)('account', 'weapp|o1'));
  expect(blindIndexWith(ringOf(K2)('2026-08-01'))('account', 'weapp|o1')).not.toBe(blindIndexWith(before)('account', 'weapp|o1'));
});

test('a digest that names its key is compared with that key', () => {
  const digest = stampedDigestWith(before, 'sms-code').make('a|246810');
  const later = stampedDigestWith(after, 'sms-code');
  expect(later.matches('a|246810', digest)).toBe(true);
  expect(later.matches('a|246811', digest)).toBe(false);
  expect(later.matches('a|246810', digest.replace('k1', 'k2'))).toBe(false);
  expect(later.matches('a|246810', digest.replace('k1', 'k9'))).toBe(false);
});

test('a PIN is found again by its hash, also after a rotation, and only for its voucher', async () => {
  const hasher = pinHasherWith(before);
  const hash = await hasher.hash('280915', 'v1');
  const rotated = pinHasherWith(after);
  expect([hasher.isOld(hash), rotated.isOld(hash)]).toEqual([false, true]);
  expect(await rotated.matches('280915', 'v1', hash)).toBe(true);
  expect(await rotated.matches('280916', 'v1', hash)).toBe(false);
  expect(await rotated.matches('280915', 'v2', hash)).toBe(false);
  expect(await rotated.matches('280915', 'v1', hash.replace('.k1.', '.k2.'))).toBe(false);
});

test('a stored PIN whose pepper is unknown is a defect, not a wrong PIN', async () => {
  const hash = await pinHasherWith(after).hash('280915', 'v1');
  await expect(pinHasherWith(keysFrom('another data key that is only for tests', 'k9')).matches('280915', 'v1', hash)).rejects.toThrow('unknown pepper');
});
