import type { CallService } from './caller';
import { sessions } from './sign-in';

const answer = { token: 'A'.repeat(43), expiresAt: '2026-11-23T08:00:00.000Z', serverTime: '2026-11-22T08:00:00.000Z' };

function aPhone(kept?: { token: string; expiresAt: string }) {
  const sent: unknown[] = [];
  let held = kept;
  const call = (async (_endpoint: unknown, input: unknown) => {
    sent.push(input);
    return answer;
  }) as unknown as CallService;
  const session = sessions({
    call,
    channel: () => 'alipay',
    login: async () => 'one-time',
    device: async () => 'd'.repeat(32),
    kept: {
      restore: async () => undefined,
      get: () => held,
      set: async (next) => {
        held = next;
      },
      forget: async () => {
        held = undefined;
      },
    },
  });
  return { session, sent };
}

test('the first call signs in with the platform’s code and this phone', async () => {
  const { session, sent } = aPhone();
  await expect(session.token()).resolves.toBe(answer.token);
  expect(sent).toEqual([{ channel: 'alipay', code: 'one-time', device: 'd'.repeat(32) }]);
});

test('calls at the same time share one signing in', async () => {
  const { session, sent } = aPhone();
  await Promise.all([session.token(), session.token(), session.token()]);
  expect(sent).toHaveLength(1);
});

test('a session kept from before is used without asking', async () => {
  const { session, sent } = aPhone({ token: 'kept', expiresAt: answer.expiresAt });
  await expect(session.token()).resolves.toBe('kept');
  expect(sent).toHaveLength(0);
});

test('a call that failed with an old token does not drop the new one', async () => {
  const { session, sent } = aPhone({ token: 'new', expiresAt: answer.expiresAt });
  await session.drop('old');
  await expect(session.token()).resolves.toBe('new');
  expect(sent).toHaveLength(0);
});
