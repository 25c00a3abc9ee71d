import { encodeQR } from 'qr';

/** Modules on each side of the figure: the symbol of version 2 and the quiet zone around it. */
export const QR_SYMBOL = 25;
export const QR_QUIET = 4;
export const QR_SIDE = QR_SYMBOL + 2 * QR_QUIET;

/** Rows of the QR figure with its quiet zone, true where dark. Always version 2, level H: the size that scanners at counters are set up for. */
export const qrModules = (digits: string): boolean[][] => encodeQR(digits, 'raw', { version: 2, ecc: 'high', encoding: 'numeric', border: QR_QUIET });
