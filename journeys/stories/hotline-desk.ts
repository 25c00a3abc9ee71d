import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Stage } from './stage';

/** The local operators: one asks, the other approves. */
export type LocalOperator = 'op1001' | 'op1002';

export interface Said {
  readonly code: number;
  readonly text: string;
}

const PROGRAM = join(__dirname, '../../simulator/bin/desk.mjs');

/** `npm run desk` as an operator types it; what must not be in the command is typed after it. */
export function deskOf(stage: Stage) {
  return (operator: LocalOperator, words: string, typed = ''): Promise<Said> => {
    const { stack } = stage;
    const key = join(stack.dataDir, 'secrets', `operator-${operator}.json`);
    const child = spawn(process.execPath, [PROGRAM, ...words.split(' '), '--key', key, '--api', stack.api], { stdio: ['pipe', 'pipe', 'pipe'] });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    child.stdin.end(`${typed}\n`);
    return new Promise((done, fail) => {
      child.once('error', fail);
      child.once('close', (code) => done({ code: code ?? 1, text }));
    });
  };
}
