import { sm3Words } from './sm3';

/** What an SM3 one-time password is made of (GM/T 0021, GB/T 38556). */
export interface OtpInput {
  /** K: the secret, at least 16 bytes. */
  readonly seed: Uint8Array;
  /** T: the time factor, used as given. */
  readonly time: number;
  /** C: the event factor, 32 bits. */
  readonly event: number;
  /** Q: the challenge, ASCII. */
  readonly challenge: string;
  readonly digits: number;
}

/** P = (Σ of the eight words of SM3(K‖T‖C‖Q) mod 2^32) mod 10^digits, zero padded. */
export function sm3Otp({ seed, time, event, challenge, digits }: OtpInput): string {
  const message = new Uint8Array(seed.length + 12 + challenge.length);
  message.set(seed);
  const view = new DataView(message.buffer, seed.length);
  view.setUint32(0, Math.floor(time / 0x100000000));
  view.setUint32(4, time >>> 0);
  view.setUint32(8, event >>> 0);
  for (let i = 0; i < challenge.length; i += 1) message[seed.length + 12 + i] = challenge.charCodeAt(i);
  const sum = sm3Words(message).reduce((total, word) => (total + word) | 0, 0) >>> 0;
  return String(sum % 10 ** digits).padStart(digits, '0');
}
