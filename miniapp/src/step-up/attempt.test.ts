import { Refusal } from '@yibao/shared';
import { attempt } from './attempt';

describe('An action that the service may want confirmed', () => {
  test('that goes through is done', async () => {
    await expect(attempt(async () => undefined)).resolves.toBe('done');
  });

  test('that is not confirmed says so, to be repeated afterwards', async () => {
    await expect(attempt(() => Promise.reject(new Refusal('STEP_UP_REQUIRED')))).resolves.toBe('unconfirmed');
  });

  test('that is refused for another reason is told as it is', async () => {
    await expect(attempt(() => Promise.reject(new Refusal('OFFLINE')))).rejects.toMatchObject({ code: 'OFFLINE' });
  });
});
