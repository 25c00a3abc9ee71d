import { settingsFrom } from '../stack/settings';
import { calls, CALLS_USAGE } from './calls';
import { code, CODE_USAGE } from './code';
import { fault, FAULT_USAGE } from './fault';
import { inbox, INBOX_USAGE } from './inbox';
import { person, PERSON_USAGE } from './person';
import { Misused, type Outcome } from './words';

const USAGE = `用法 Usage: npm run qa -- …\n  ${[PERSON_USAGE, FAULT_USAGE, CALLS_USAGE, INBOX_USAGE, CODE_USAGE].join('\n  ')}`;

/** The simulator of `npm start`, on the port that is set in the environment or by default. */
const outside = () => `http://127.0.0.1:${settingsFrom([]).ports.outside}`;

const COMMANDS: Readonly<Record<string, (words: readonly string[], outside: string) => Outcome | Promise<Outcome>>> = { person, fault, calls, inbox, code };

/** Runs one command. Status 2 and the reason where the words are wrong or nothing runs that could be asked. */
export async function qa([name = '', ...words]: readonly string[], at = outside): Promise<Outcome> {
  const command = COMMANDS[name];
  if (!command) return { code: 2, err: USAGE };
  try {
    return await command(words, at());
  } catch (error) {
    if (error instanceof Misused) return { code: 2, err: error.message };
    throw error;
  }
}
