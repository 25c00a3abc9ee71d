import { failureOf } from './card-failure';

test.each([
  [{ errMsg: 'addCard:fail cancel' }, 'cancelled'],
  [{ errMsg: 'addCard:fail:cancel' }, 'cancelled'],
  [{ errMsg: 'addCard:fail system permission denied' }, 'unsupported'],
  [{ errMsg: 'addCard:fail not supported' }, 'unsupported'],
  [{ error: 1, errorMessage: 'api not exist' }, 'unsupported'],
  [{ errMsg: 'addCard:fail invalid signature' }, 'failed'],
  [{ errMsg: 'addCard:fail' }, 'failed'],
  [{ error: 4 }, 'failed'],
  [undefined, 'failed'],
  ['cancel', 'failed'],
])('WAL-3 %j is %s', (reason, failure) => {
  expect(failureOf(reason)).toBe(failure);
});
