import fc from 'fast-check';
import { base64Of, modulesUri, runsIn } from './svg-uri';

test('base64 is the same as everybody else’s', () => {
  fc.assert(fc.property(fc.stringMatching(/^[ -~]*$/), (text) => expect(base64Of(text)).toBe(Buffer.from(text).toString('base64'))));
});

test('runs of equal modules add up to the row', () => {
  expect(runsIn([true, true, false, true])).toEqual([
    { dark: true, from: 0, length: 2 },
    { dark: false, from: 2, length: 1 },
    { dark: true, from: 3, length: 1 },
  ]);
});

test('the picture has one rectangle for each dark run', () => {
  const svg = Buffer.from(modulesUri([[true, false], [false, true]]).split(',')[1]!, 'base64').toString();
  expect(svg).toContain('viewBox="0 0 2 2"');
  expect(svg).toContain('M0 0h1v1h-1zM1 1h1v1h-1z');
});
