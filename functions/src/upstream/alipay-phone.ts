import { Phone, Refusal } from '@yibao/shared';
import * as z from 'zod/mini';
import { decrypted, isSignedBy } from './alipay-signature';
import type { AlipayKeys } from './alipay-keys';
import { parsed } from './ask';

const Packet = z.object({ response: z.string(), sign: z.string() });
const Content = z.object({ code: z.literal('10000'), mobile: Phone });

function read(packet: string, keys: AlipayKeys): string {
  const { response, sign } = parsed(Packet, packet);
  // what is signed is the ciphertext as a JSON string, quotes included
  if (!isSignedBy(keys.alipay, `"${response}"`, sign)) throw new Error('signature not valid');
  return parsed(Content, decrypted(response, keys.content)).mobile;
}

/** The number in what my.getPhoneNumber gave; an unencrypted packet is an error message of Alipay's and holds none. */
export function phoneIn(packet: string, keys: AlipayKeys): string {
  try {
    return read(packet, keys);
  } catch {
    throw new Refusal('PHONE_PACKET_REJECTED');
  }
}
