import { type Recording, watchRecordings } from './recording';

/** After every test, whatever came out of the services that it opened is searched for personal data (ALL-4). */
const opened: Recording[] = [];
watchRecordings((recording) => void opened.push(recording));

const printed: string[] = [];
const out = globalThis.console;
for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
  const print = out[level].bind(out);
  out[level] = (...words: unknown[]) => {
    printed.push(words.map((word) => (word instanceof Error ? word.stack : JSON.stringify(word))).join(' '));
    print(...words);
  };
}

afterEach(async () => {
  const recordings = opened.splice(0);
  const content = printed.splice(0).join('\n');
  if (recordings.length === 0) return;
  const { leaksIn } = await import('./leaks');
  for (const recording of recordings) recording.add({ outlet: 'console', where: 'console', content });
  const leaks = recordings.flatMap(leaksIn);
  if (leaks.length > 0) throw new Error(`personal data came out:\n${leaks.map((leak) => JSON.stringify(leak)).join('\n')}`);
});
