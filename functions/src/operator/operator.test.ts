import { flawsOf } from '../audit/chain';
import { ChainHead } from '../audit/entry';
import { APPROVER, ASKER, askOperatorToken, journalOf, openBureau, operatorClaims, registered, tokenOf } from '../testing/bureau-desk';
import type { Desk } from '../testing/desk';
import { claimsAt, hospitalToken, newSigningKey, signed } from '../testing/hospital';
import { activated, openCity, scan, signedIn } from '../testing/story';

const listing = async (desk: Desk, token: string | undefined) => (await desk.get('/hotline/cases', { token })).body.code ?? 'listed';

describe('an operator signs in with the registered key (ADM-5)', () => {
  test('and gets a token for ten minutes, with the roles', async () => {
    const desk = await openCity();
    await registered(desk, ASKER);
    const { status, body } = await askOperatorToken(desk, await signed(operatorClaims(desk.clock.at, ASKER.id), { key: ASKER.key }));
    expect({ status, body }).toMatchObject({ status: 200, body: { expires_in: 600, scope: 'lookup request complete-activation answer-tickets', access_token: expect.stringMatching(/^op1001\.[\w-]{43}$/) } });
    const token = String(body['access_token']);
    desk.wait(10 * 60_000 - 1);
    expect(await listing(desk, token)).toBe('listed');
    desk.wait(1);
    expect(await listing(desk, token)).toBe('OPERATOR_REQUIRED');
  });

  test.each([
    ['an unknown number', async (desk: Desk) => signed(operatorClaims(desk.clock.at, 'op9999'), { key: ASKER.key })],
    ['another’s key', async (desk: Desk) => signed(operatorClaims(desk.clock.at, ASKER.id), { key: APPROVER.key })],
    ['an assertion for institutions', async (desk: Desk) => signed(claimsAt(desk.clock.at, ASKER.id), { key: ASKER.key })],
    ['no JWT', async () => 'nonsense'],
  ])('%s is refused, and the log says why', async (_, assertion) => {
    const desk = await openCity();
    await registered(desk, ASKER);
    expect(await askOperatorToken(desk, await assertion(desk))).toMatchObject({ status: 401, body: { code: 'OPERATOR_REQUIRED' } });
    expect(desk.log).toContainEqual(expect.objectContaining({ event: 'assertion refused' }));
    expect(await journalOf(desk, ASKER)).toEqual([]);
  });

  test('an assertion serves once', async () => {
    const desk = await openCity();
    await registered(desk, ASKER);
    const assertion = await signed(operatorClaims(desk.clock.at, ASKER.id), { key: ASKER.key });
    expect([(await askOperatorToken(desk, assertion)).status, (await askOperatorToken(desk, assertion)).status]).toEqual([200, 401]);
  });

  test('no token of another kind opens the desk, and the operator’s opens nothing else', async () => {
    const desk = await openCity();
    const { asker } = await openBureau(desk);
    const citizen = await signedIn(desk);
    await activated(desk, citizen);
    expect(await Promise.all([undefined, citizen, await hospitalToken(desk), `op1002.${asker.split('.')[1]}`].map((token) => listing(desk, token)))).toEqual(Array(4).fill('OPERATOR_REQUIRED'));
    expect((await desk.get('/voucher', { token: asker })).body.code).toBe('SESSION_REQUIRED');
    expect((await scan(desk, 'nothing', { token: asker })).body.code).toBe(500104);
  });

  test('whoever is ended, or loses the key or a role, is refused at the next request', async () => {
    const desk = await openCity();
    const { asker, approver } = await openBureau(desk);
    await desk.operators.end(ASKER.id);
    expect(await listing(desk, asker)).toBe('OPERATOR_REQUIRED');
    await registered(desk, { ...APPROVER, roles: ['lookup'] });
    expect(await listing(desk, approver)).toBe('ROLE_MISSING');
    await registered(desk, { ...APPROVER, key: newSigningKey('2') });
    expect(await listing(desk, approver)).toBe('OPERATOR_REQUIRED');
  });

  test('two numbers with one key are refused: that would be one person', async () => {
    const desk = await openCity();
    await registered(desk, ASKER);
    await expect(registered(desk, { ...APPROVER, key: { ...ASKER.key, registered: { ...ASKER.key.registered, kid: '7' } } })).rejects.toMatchObject({ name: 'KeyTaken', holder: ASKER.id });
  });
});

describe('the journal', () => {
  test('tells of every call of an operator and its outcome, refused or not', async () => {
    const desk = await openCity();
    const { asker } = await openBureau(desk);
    await desk.get('/hotline/cases', { token: asker });
    await desk.post('/hotline/case/approve', { caseNumber: 'T-0001' }, { token: asker });
    await desk.post('/hotline/lookup', { idNumber: 'x' }, { token: asker });
    expect(await journalOf(desk, ASKER)).toEqual([
      ['/operator/token', 'done'],
      ['/hotline/cases', 'done'],
      ['/hotline/case/approve', 'ROLE_MISSING'],
      ['/hotline/lookup', 'REQUEST_MALFORMED'],
    ]);
  });

  test('is a chain: an altered or removed entry is found', async () => {
    const desk = await openCity();
    await openBureau(desk);
    const token = await tokenOf(desk, ASKER);
    await desk.get('/hotline/cases', { token });
    const rows = await desk.table.query({ pk: `OJ#${ASKER.id}`, prefix: 'EV#' });
    const head = ChainHead.parse(await desk.table.get({ pk: `OJ#${ASKER.id}`, sk: 'HEAD' }));
    expect(flawsOf(head, rows, desk.macs.chain)).toEqual([]);
    expect(flawsOf(head, rows.map((row, at) => (at === 1 ? { ...row, outcome: 'ROLE_MISSING' } : row)), desk.macs.chain)).toMatchObject([{ no: 2, kind: 'altered' }]);
    expect(flawsOf(head, rows.slice(0, -1), desk.macs.chain)).toMatchObject([{ kind: 'cut' }]);
  });

  test('calls of one operator at the same time are all told', async () => {
    const desk = await openCity();
    const { asker } = await openBureau(desk);
    await Promise.all([1, 2, 3].map(() => desk.get('/hotline/cases', { token: asker })));
    expect(await journalOf(desk, ASKER)).toHaveLength(4);
  });

  test('what it cannot tell is not answered', async () => {
    const desk = await openCity();
    const { asker } = await openBureau(desk);
    const write = desk.table.write.bind(desk.table);
    jest.spyOn(desk.table, 'write').mockImplementation((puts) => (puts.some(({ row }) => row.pk.startsWith('OJ#')) ? Promise.reject(new Error('full')) : write(puts)));
    expect((await desk.get('/hotline/cases', { token: asker })).body.code).toBe('INTERNAL');
  });
});
