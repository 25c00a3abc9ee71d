import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync } from 'node:crypto';
import type { Ciphering, Hashing } from './engine';

export const nativeHashing: Hashing = {
  sm3: (data) => createHash('sm3').update(data).digest(),
  hmacSm3: (key, data) => createHmac('sm3', key).update(data).digest(),
  hkdfSm3: (key, { salt, info, bytes }) => Buffer.from(hkdfSync('sm3', key, salt, info, bytes)),
};

export const nativeCiphering: Ciphering = {
  encrypt(mode, { key, iv = null, data }) {
    const cipher = createCipheriv(`sm4-${mode}`, key, iv);
    return Buffer.concat([cipher.update(data), cipher.final()]);
  },
  decrypt(mode, { key, iv = null, data }) {
    const decipher = createDecipheriv(`sm4-${mode}`, key, iv);
    return Buffer.concat([decipher.update(data), decipher.final()]);
  },
};
