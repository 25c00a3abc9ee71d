import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { join, resolve } from 'node:path';
import type { Bureau } from '../bureau/bureau';
import { bureausNamed } from '../bureau/registry';
import { Misconfigured } from '../bureau/misconfigured';
import { awsAccount } from '../deployment/aws-account';
import { type Hands, type Outcome, Stopped } from '../deployment/hands';

const ROOT = join(__dirname, '../..');
const ANSWER_WITHIN_MS = 10_000;

/** This Node for `node`; the CLI reports nothing to its makers. */
const run: Hands['run'] = ([program = '', ...rest], { shown = false, folder = '' } = {}) =>
  new Promise<Outcome>((done) => {
    const env = { ...process.env, CDK_DISABLE_VERSION_CHECK: '1', CDK_DISABLE_CLI_TELEMETRY: 'true' };
    const child = spawn(program === 'node' ? process.execPath : program, rest, { cwd: resolve(ROOT, folder), env, stdio: shown ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += String(chunk)));
    child.stderr?.on('data', (chunk) => (output += String(chunk)));
    child.once('error', ({ message }) => done({ code: 127, output: message }));
    child.once('close', (code) => done({ code: code ?? 1, output }));
  });

async function get(url: string, init: { readonly method: string; readonly body?: string } = { method: 'GET' }) {
  const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(ANSWER_WITHIN_MS), headers: { 'content-type': 'application/json' } });
  return { status: answer.status, text: await answer.text() };
}

/** The one bureau that a command names. Throws Misconfigured with how to call it. */
export function bureauIn(positionals: readonly string[], usage: string): Bureau {
  if (positionals.length !== 1) throw new Misconfigured(`用法：${usage}`);
  return bureausNamed(positionals[0])[0]!;
}

/** Hands it the bureau and the outside world; a reason to stop is printed without a stack, and the exit code is 1. */
export async function command(bureau: () => Bureau, act: (bureau: Bureau, hands: Hands) => Promise<void>): Promise<void> {
  const terminal = process.stdin.isTTY ? createInterface({ input: process.stdin, output: process.stdout }) : undefined;
  try {
    const chosen = bureau();
    const ask = terminal && ((prompt: string) => terminal.question(prompt));
    await act(chosen, { run, get, ask, say: (text) => console.log(text), wait: (ms) => sleep(ms), account: awsAccount(chosen.region), node: process.versions.node, now: () => new Date() });
  } catch (error) {
    console.error(error instanceof Stopped || error instanceof Misconfigured ? error.message : error);
    process.exitCode = 1;
  } finally {
    terminal?.close();
  }
}
