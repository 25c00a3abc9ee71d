import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/**
 * One line from the terminal, not shown while it is typed, or the next line of what is piped in: so that what must not be in the shell's
 * history or the list of processes is in neither.
 */
export function askHidden(question: string): Promise<string> {
  const isTerminal = process.stdin.isTTY;
  if (isTerminal) process.stdout.write(question);
  const nothing = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nothing, terminal: isTerminal });
  return new Promise((done) => {
    let read = '';
    lines.once('line', (line) => {
      read = line;
      lines.close();
    });
    lines.once('close', () => {
      if (isTerminal) process.stdout.write('\n');
      done(read);
    });
  });
}
