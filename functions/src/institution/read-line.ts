import type { Columns } from '../csv/rows';
import type { Fault } from '../csv/fault';
import type { Institution } from './institution';

export const COLUMNS = { required: ['fixmedins_code', 'fixmedins_name', 'kind', 'key'], optional: [] } as const satisfies Columns<string>;

export type Column = (typeof COLUMNS.required)[number];

/** A line of a file of institutions; `key` is a JWK, or the name of a file that holds one. */
export interface InstitutionLine {
  readonly orgId: string;
  readonly name: string;
  readonly kind: Institution['kind'];
  readonly key: string;
}

const KINDS: Readonly<Record<string, Institution['kind']>> = { institution: 'institution', 定点机构: 'institution', partner: 'partner', 合作渠道: 'partner' };

/** What a line says, or its first fault. Whether the key is one is seen when it is read. */
export function readLine({ fixmedins_code: orgId, fixmedins_name: name, kind, key }: Readonly<Record<Column, string>>): InstitutionLine | Fault {
  if (!/^[0-9A-Za-z]{1,40}$/.test(orgId)) return { field: 'fixmedins_code', what: '机构编码为空或有字母数字以外的字符', remedy: '填国家医保机构编码，如H37010200001' };
  if (name === '' || name.length > 60 || name.includes('\uFFFD')) return { field: 'fixmedins_name', what: '机构名称为空、太长或有乱码', remedy: '填机构全称，不超过60个字；文件存为UTF-8或GB18030' };
  const known = KINDS[kind];
  if (!known) return { field: 'kind', what: '种类不认识', remedy: '填“定点机构”或“合作渠道”（institution 或 partner）' };
  return key === '' ? { field: 'key', what: '没有公钥', remedy: '填公钥文件名（JWK），或把JWK写在这一格里' } : { orgId, name, kind: known, key };
}
