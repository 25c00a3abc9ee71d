import { hasValidCheckCharacter, maskIdNumber } from '@yibao/shared';

/** What is wrong with a line: in which field, what, and what to do. Never repeats what stands there. */
export interface Fault {
  readonly field: string;
  readonly what: string;
  readonly remedy: string;
}

export const UNREADABLE: Fault = { field: '整行', what: '引号没有成对，或一行超过8192个字符', remedy: '补上缺少的引号，或删去多余的内容' };

export const fewerFields = (count: number): Fault => ({ field: '整行', what: `列数和表头不一样（表头${count}列）`, remedy: '补齐或删去多出的列；内容里有逗号的要用双引号括起来' });

/** The first line of the file of faults, with the mark by which spreadsheets know UTF-8. */
export const FAULTS_HEAD = '\uFEFF行号,字段,证件号码,原因,怎么改\r\n';

/** Masked, and only where it can be nothing else than an ID number: another column might have slipped there. */
const maskedOf = (idNumber: string | undefined) => (idNumber !== undefined && hasValidCheckCharacter(idNumber.toUpperCase()) ? maskIdNumber(idNumber) : '');

export const faultLine = (line: number, { field, what, remedy }: Fault, idNumber?: string) => `${[line, field, maskedOf(idNumber), what, remedy].join(',')}\r\n`;
