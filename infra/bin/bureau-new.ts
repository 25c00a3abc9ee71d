import { createInterface } from 'node:readline/promises';
import { Misconfigured } from '../bureau/misconfigured';
import { newBureau } from '../bureau/new-bureau';
import { BUREAU_FILES } from '../bureau/registry';

/** `npm run bureau:new -- <code>`: asks for what a bureau must decide and writes its file. */
async function main(): Promise<void> {
  const terminal = process.stdin.isTTY ? createInterface({ input: process.stdin, output: process.stdout }) : undefined;
  try {
    const path = await newBureau(process.argv.slice(2), BUREAU_FILES, { ask: terminal && ((prompt) => terminal.question(prompt)), say: (text) => console.log(text) });
    const code = path.slice(-'370100.ts'.length, -'.ts'.length);
    console.log(`\n已写好 infra/bureaus/${code}.ts，每一项都有说明，可以再改。\n下一步：npm run bureau:deploy -- ${code} --dry-run`);
  } finally {
    terminal?.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Misconfigured ? error.message : error);
  process.exitCode = 1;
});
