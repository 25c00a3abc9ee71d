import { resolve } from 'node:path';
import type { PortName } from './port';
import { optionOf, variableOf } from './port';

export type Ports = Readonly<Record<PortName, number>>;

const DEFAULT_PORTS: Ports = { api: 8787, web: 8788, outside: 8789, database: 8790 };

export interface Settings {
  readonly ports: Ports;
  readonly dataDir: string;
  readonly fresh: boolean;
  readonly watch: boolean;
  /** DYNAMODB_ENDPOINT: a database that is already running. */
  readonly endpoint?: string | undefined;
}

export class BadOption extends Error {
  override readonly name = 'BadOption';
}

function portOf(text: string, source: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new BadOption(`${source}：端口应为 0–65535 / expected a port number`);
  return port;
}

function portIn(name: PortName, words: readonly string[], env: NodeJS.ProcessEnv): number {
  const at = words.indexOf(optionOf(name));
  if (at >= 0) return portOf(words[at + 1] ?? '', optionOf(name));
  const variable = env[variableOf(name)];
  return variable ? portOf(variable, variableOf(name)) : DEFAULT_PORTS[name];
}

const NAMES = Object.keys(DEFAULT_PORTS) as PortName[];
const FLAGS = ['--fresh', '--watch'];

function unknownIn(words: readonly string[]): string | undefined {
  const options = NAMES.map(optionOf);
  return words.find((word, i) => !FLAGS.includes(word) && !options.includes(word) && !options.includes(words[i - 1] ?? ''));
}

/** What the command line and the environment ask for. Throws BadOption. */
export function settingsFrom(words: readonly string[], env: NodeJS.ProcessEnv = process.env): Settings {
  const unknown = unknownIn(words);
  if (unknown !== undefined) throw new BadOption(`不认识的选项 / unknown option: ${unknown}\n可用 / known: ${[...FLAGS, ...NAMES.map((name) => `${optionOf(name)} PORT`)].join(' ')}`);
  const ports = Object.fromEntries(NAMES.map((name) => [name, portIn(name, words, env)])) as Record<PortName, number>;
  return {
    ports,
    dataDir: resolve(__dirname, '../../../.data'),
    fresh: words.includes('--fresh'),
    watch: words.includes('--watch'),
    endpoint: env['DYNAMODB_ENDPOINT'],
  };
}
