import { type BatchAnswer, deliver, type Delivery } from './deliver';
import type { StreamRecord } from './shards';

const records = ['1', '2', '3', '4'].map((SequenceNumber): StreamRecord => ({ dynamodb: { SequenceNumber } }));
const numbersOf = (batch: readonly StreamRecord[]) => batch.map(({ dynamodb }) => dynamodb.SequenceNumber).join('');

/** Delivers the four records to a consumer that answers in turn as given, then always with success. */
async function delivered(answers: readonly (BatchAnswer | Error | null)[], extra: Partial<Delivery> = {}) {
  const seen: string[] = [];
  const passed: string[] = [];
  const aside: string[] = [];
  const turns = [...answers];
  await deliver(records, {
    hand: async (batch) => {
      seen.push(numbersOf(batch));
      const answer = turns.shift() ?? null;
      if (answer instanceof Error) throw answer;
      return answer;
    },
    passed: (number) => passed.push(number),
    putAside: (number) => aside.push(number),
    signal: new AbortController().signal,
    waitMs: 0,
    ...extra,
  });
  return { seen, passed, aside };
}

const failing = (...numbers: string[]): BatchAnswer => ({ batchItemFailures: numbers.map((itemIdentifier) => ({ itemIdentifier })) });

test('a batch that succeeds is handed over once', async () => {
  expect(await delivered([null])).toEqual({ seen: ['1234'], passed: ['4'], aside: [] });
});

test('a consumer that throws gets the whole batch again', async () => {
  expect(await delivered([new Error('down'), new Error('down')])).toEqual({ seen: ['1234', '1234', '1234'], passed: ['4'], aside: [] });
});

test('after a partial failure the batch goes on from the first failed record, those behind it included', async () => {
  expect(await delivered([failing('4', '3'), failing('3')])).toEqual({ seen: ['1234', '34', '34'], passed: ['2', '4'], aside: [] });
});

test('a failure that names no record of the batch fails all of it, as in Lambda', async () => {
  expect((await delivered([failing('unknown')])).seen).toEqual(['1234', '1234']);
});

test('a record that fails every try is put aside and those behind it get through', async () => {
  expect(await delivered([failing('2'), failing('2'), failing('2')], { tries: 2 })).toEqual({ seen: ['1234', '234', '234', '34'], passed: ['1', '2', '4'], aside: ['2'] });
});

test('stopping ends the tries and passes nothing that is not done', async () => {
  const stopping = new AbortController();
  const hand = async () => {
    stopping.abort();
    throw new Error('down');
  };
  expect(await delivered([], { hand, signal: stopping.signal })).toEqual({ seen: [], passed: [], aside: [] });
});
