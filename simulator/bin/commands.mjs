/** Runs programs whose whole family ends with this process. */
import { spawn } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

const running = new Set();

const endFamily = ({ pid }, signal) => {
  try {
    process.kill(-pid, signal);
  } catch {
    // it has ended already
  }
};

/** Ends every program that still runs, with its children. */
export function endCommands(signal = 'SIGTERM') {
  for (const child of running) endFamily(child, signal);
}

process.on('exit', () => endCommands('SIGKILL'));

/** Runs a program; resolves to its exit code and all that it printed. */
export function command(words, { env = {}, cwd = ROOT } = {}) {
  const [program, ...rest] = words;
  return new Promise((done) => {
    const child = spawn(program, rest, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    let output = '';
    const take = (chunk) => (output += chunk);
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    running.add(child);
    child.once('error', (error) => done({ code: 127, output: error.message }));
    child.once('close', (code) => {
      running.delete(child);
      done({ code: code ?? 1, output });
    });
  });
}

/** npm as it was called, so that the same version goes on. */
export const npm = (...words) => (process.env.npm_execpath ? [process.execPath, process.env.npm_execpath, ...words] : ['npm', ...words]);

/** The last lines of an output, without npm's notice about this machine's own settings. */
export const tail = (output, lines = 40) =>
  output
    .split('\n')
    .filter((line) => !/^npm warn Unknown (user|env) config/.test(line))
    .slice(-lines)
    .join('\n')
    .trim();
