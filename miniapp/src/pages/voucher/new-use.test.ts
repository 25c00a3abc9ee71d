import { newUse } from './new-use';

const useAt = (at: string) => ({ at, institution: '济南市第一人民医院', businessType: '01301', businessName: '门诊结算' });
const since = Date.parse('2026-11-22T08:00:00.000Z');

test('of the uses since the code was put on the screen, the latest is told (CODE-9)', () => {
  const uses = [useAt('2026-11-22T08:00:05.000Z'), useAt('2026-11-22T08:00:09.000Z'), useAt('2026-11-22T07:59:59.000Z')];
  expect(newUse(uses, since)).toEqual(uses[1]);
});

test('a use that was told, or came before, is not told again', () => {
  expect(newUse([useAt('2026-11-22T08:00:00.000Z'), useAt('2026-11-22T07:00:00.000Z')], since)).toBeUndefined();
});
