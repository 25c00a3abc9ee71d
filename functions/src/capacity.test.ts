import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Measured, measuredRequests } from './testing/measured-requests';

const kept = JSON.parse(readFileSync(join(__dirname, '../../docs/capacity/requests.json'), 'utf8')) as Measured;
let measured: Measured;
beforeAll(async () => {
  measured = await measuredRequests();
});

test.each(Object.keys(kept) as (keyof Measured)[])('docs/capacity/requests.json says what %s costs the table (else run: npm run capacity:measure)', (name) => {
  const { bytes, ...units } = measured[name];
  expect(kept[name]).toMatchObject(units);
  expect(Math.abs(kept[name].bytes - bytes)).toBeLessThanOrEqual(0.05 * bytes + 20);
});

test('nothing is measured that the page does not say', () => {
  expect(Object.keys(measured)).toEqual(Object.keys(kept));
});

test('a scan writes one row, and nothing is written while a code is shown', () => {
  expect(measured.scan.writeUnits).toBeLessThanOrEqual(2);
  expect(measured.uses.writeUnits).toBe(0);
});
