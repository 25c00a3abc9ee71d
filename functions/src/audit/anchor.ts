import { Instant } from '@yibao/shared';
import * as z from 'zod/mini';
import type { Mac } from './mac';

/** The first line: by which key the file is sealed, and what was settled before `at` is in it. */
const First = z.object({ anchor: z.literal('v1'), key: z.string(), at: Instant });
export type First = z.infer<typeof First>;

/** How far the chain of a voucher (`V#…`) or of an operator (`OJ#…`) had come, and how many uses the voucher had. Nothing of a citizen. */
const Anchored = z.object({ chain: z.string().check(z.regex(/^(V|OJ)#\S+$/)), no: z.int(), hash: z.string(), uses: z.int() });
export type Anchored = z.infer<typeof Anchored>;

const Last = z.object({ chains: z.int(), mac: z.string() });

/** A file of anchors that does not say what was written into it. */
export class AnchorBroken extends Error {
  override readonly name = 'AnchorBroken';
}

/** The MAC of a line goes into that of the next: none can be changed, cut off, put in or moved. */
const sealAfter = (seal: string, line: string, { mac, key }: { mac: Mac; key: string }) => mac.of(`${seal}\n${line}`, key);

/** An anchor as lines of JSON: when, the chains, and their number with the MAC over all of it. */
export async function* anchorLines(at: Date, chains: AsyncIterable<Anchored>, mac: Mac): AsyncGenerator<string> {
  const by = { mac, key: mac.key };
  let [line, count] = [JSON.stringify({ anchor: 'v1', key: by.key, at: at.toISOString() } satisfies First), 0];
  let seal = sealAfter('', line, by)!;
  yield line;
  for await (const chain of chains) {
    line = JSON.stringify(chain);
    seal = sealAfter(seal, line, by)!;
    count += 1;
    yield line;
  }
  yield JSON.stringify({ chains: count, mac: seal });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const NOT_THIS = '锚定文件不完整、被改过，或不是这张表的 / the anchor is cut, altered, or of another table';

/** What was read so far of a file whose end has not come. */
interface Read {
  readonly first: First;
  readonly seal: string;
}

function readOn(read: Read | undefined, line: string, mac: Mac): Read {
  const first = read?.first ?? First.safeParse(parsed(line)).data;
  if (first === undefined) throw new AnchorBroken(NOT_THIS);
  const seal = sealAfter(read?.seal ?? '', line, { mac, key: first.key });
  if (seal === undefined) throw new AnchorBroken(`表里没有锚定文件用的密钥 ${first.key}：整张表可能被换回了以前的样子 / the table has no key ${first.key}: all of it may have been set back`);
  return { first, seal };
}

/** The first line of a whole file. Throws AnchorBroken for any other. */
export async function soundAnchor(lines: AsyncIterable<string>, mac: Mac): Promise<First> {
  let read: Read | undefined;
  let end: z.infer<typeof Last> | undefined;
  for await (const line of lines) {
    if (end !== undefined) throw new AnchorBroken(NOT_THIS);
    end = Last.safeParse(parsed(line)).data;
    if (end === undefined) read = readOn(read, line, mac);
  }
  if (read === undefined || end?.mac !== read.seal) throw new AnchorBroken(NOT_THIS);
  return read.first;
}

/** The chains of a file that is sound. */
export async function* chainsIn(lines: AsyncIterable<string>): AsyncGenerator<Anchored> {
  for await (const line of lines) {
    const chain = Anchored.safeParse(parsed(line)).data;
    if (chain !== undefined) yield chain;
  }
}
