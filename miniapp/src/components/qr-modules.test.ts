import fc from 'fast-check';
import { encodeQR } from 'qr';
import decodeQR from 'qr/decode.js';
import { QR_QUIET, QR_SIDE, qrModules } from './qr-modules';

const digits28 = fc.stringMatching(/^424\d{25}$/);

const pictureOf = (rows: readonly (readonly boolean[])[], scale: number) => {
  const side = rows.length * scale;
  const data = new Uint8Array(side * side * 4);
  for (let y = 0; y < side; y += 1) for (let x = 0; x < side; x += 1) data.fill(rows[Math.floor(y / scale)]![Math.floor(x / scale)] ? 0 : 255, (y * side + x) * 4, (y * side + x) * 4 + 4);
  return { width: side, height: side, data };
};

test('any 28 digits make a figure of 25×25 modules with four white modules around (CODE-1)', () => {
  fc.assert(
    fc.property(digits28, (digits) => {
      const rows = qrModules(digits);
      expect([rows.length, rows[0]?.length]).toEqual([QR_SIDE, QR_SIDE]);
      expect(QR_SIDE - 2 * QR_QUIET).toBe(25);
      const edge = [...rows.slice(0, QR_QUIET), ...rows.slice(-QR_QUIET)].flat();
      expect(edge).not.toContain(true);
    }),
    { numRuns: 25 },
  );
});

test('what is drawn reads as the digits that were given', () => {
  const digits = '4240000000001754825640370000';
  expect(decodeQR(pictureOf(qrModules(digits), 6))).toBe(digits);
});

test('it is the figure that another encoder makes of the same digits', () => {
  const other = (digits: string) => encodeQR(digits, 'raw', { version: 2, ecc: 'high', encoding: 'numeric', border: QR_QUIET });
  fc.assert(
    fc.property(fc.oneof(digits28, fc.stringMatching(/^\d{1,34}$/)), (digits) => expect(qrModules(digits)).toEqual(other(digits))),
    { numRuns: 200 },
  );
});
