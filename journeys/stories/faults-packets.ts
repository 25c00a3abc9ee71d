import { type Answer, ApiFailure } from '../host/api/bench';
import { plainOf, textOf } from '../host/plain';

/** What my.getPhoneNumber can give beside the account's packet. */
export const PACKETS: readonly (readonly [string, (packet: string) => string])[] = [
  ['没有内容', () => '{}'],
  ['不是JSON', () => '系统维护中'],
  ['只有一半', (packet) => packet.slice(0, packet.length / 2)],
  ['没有加密的错误', () => JSON.stringify({ response: { code: '40003', msg: 'Insufficient Conditions', subCode: 'isv.invalid-auth-relations', subMsg: '无效的授权关系' } })],
  ['类型不对', (packet) => JSON.stringify({ ...(JSON.parse(packet) as object), response: 7, sign: [] })],
  ['签名不对', (packet) => packet.replace(/("sign":"[^"]{9})(.)/, (_all, start: string, one: string) => `${start}${one === 'A' ? 'B' : 'A'}`)],
  ['换了内容', (packet) => packet.replace(/("response":"[^"]{9})(.)/, (_all, start: string, one: string) => `${start}${one === 'A' ? 'B' : 'A'}`)],
];

/** A phone that gives each spoilt packet once, refuses once, and is then as usual. */
export function spoiling(usual: Answer): Answer {
  const left = [...PACKETS];
  let refused = false;
  return async (options, phone) => {
    const given = plainOf(await usual(options, phone));
    const spoilt = left.shift();
    if (spoilt) return { response: spoilt[1](textOf(given['response'])) };
    if (refused) return given;
    refused = true;
    throw new ApiFailure('用户取消授权', { error: 11 });
  };
}
