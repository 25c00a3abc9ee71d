import { createHash } from 'node:crypto';
import type { Put, Table } from '../aws/table';
import { insuredIndexWith } from '../crypto/digest';
import { keysFrom } from '../crypto/keys';
import { sealerWith } from '../crypto/sealer';
import { checkpointsIn } from '../insured/checkpoint';
import { clearingsIn } from '../insured/clearing';
import { insuredCommand } from '../insured/command';
import { bureauInTable } from '../insured/platform';
import { insuredIn } from '../insured/store';
import { memoryScan } from './memory-scan';
import { memoryTable } from './memory-table';

export const ADA = { name: '张三', idNumber: '999999199003070012' };
export const BEN = { name: '李四', idNumber: '99999919900307139X' };
const HEAD = 'certno,psn_name,psn_no,insuplc_admdvs,insutype,psn_type,psn_insu_stas,psn_insu_date';

export const lineOf = (changes: Readonly<Record<string, string>> = {}) =>
  Object.values({ certno: ADA.idNumber, psn_name: ADA.name, psn_no: '3701000001', insuplc_admdvs: '370100', insutype: '310', psn_type: '1101', psn_insu_stas: '1', psn_insu_date: '2018-05-01', ...changes }).join(',');
export const ben = (changes: Readonly<Record<string, string>> = {}) => lineOf({ certno: BEN.idNumber, psn_name: BEN.name, psn_no: '3701000002', ...changes });

/** An operator's terminal: a table, and one file that is read in small pieces. */
export function terminal(inner: ReturnType<typeof memoryTable> = memoryTable()) {
  const failing = { from: Infinity };
  const clock = { at: new Date('2026-11-22T02:00:00.000Z') };
  let [written, removed] = [0, 0];
  const table: Table = {
    ...inner,
    async write(puts: readonly Put[]) {
      if (puts[0]!.row.sk === 'INSURED' && (written += 1) > failing.from) throw new Error('cable pulled');
      await inner.write(puts);
    },
  };
  const keys = keysFrom('a root key that is only for tests, 32+');
  const insured = insuredIn(table, sealerWith(keys), insuredIndexWith(keys));
  const faults: string[] = [];
  const open = (text: string) => ({
    file: {
      size: Buffer.byteLength(text),
      async *bytes() {
        for (let bytes = Buffer.from(text); bytes.length > 0; bytes = bytes.subarray(100)) yield bytes.subarray(0, 100);
      },
      newDigest() {
        const hash = createHash('sha256');
        return { take: (bytes: Uint8Array) => void hash.update(bytes), end: () => hash.digest('hex') };
      },
    },
    faults: { name: 'people.errors.csv', write: async (text: string) => void faults.push(text), close: async () => {} },
  });
  const type = async (content: readonly string[], ...words: string[]) => {
    faults.length = 0;
    const lines: string[] = [];
    const code = await insuredCommand(words, {
      insured,
      checkpoints: checkpointsIn(table),
      clearings: clearingsIn(table),
      scan: memoryScan(inner),
      remove: async (keys) => {
        for (const { pk, sk } of keys) {
          if ((removed += 1) > failing.from) throw new Error('cable pulled');
          inner.rows.delete(`${pk}|${sk}`);
        }
      },
      regions: async () => new Map([['370100', true]]),
      open: async () => open([HEAD, ...content].join('\r\n')),
      now: () => clock.at,
      memory: () => 1,
      sleep: async () => {},
      print: (line) => void lines.push(line),
    });
    return { code, text: lines.join('\n'), faults: faults.join('') };
  };
  return { type, table, failing, clock, written: () => written, records: (who: typeof ADA) => bureauInTable(insured).insuredRecords(who) };
}

/** What an operator types to import a file. */
export const WRITE = ['people.csv', '--write', '--by', '王科长'];
