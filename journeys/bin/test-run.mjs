/** Runs steps, as many at once as there is room for, and prints a line for each. */

/** Room for two light steps or one heavy one; more would only make them wait for each other. */
const ROOM = 2;

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

const counted = ({ passed, failed }) => (failed > 0 ? `${failed} failed, ${passed} passed` : `${passed} passed`);

async function runOne(step) {
  const started = performance.now();
  const result = await step.run().catch((error) => ({ passed: 0, failed: 1, output: error.message }));
  console.log(`${result.failed > 0 ? '✗' : '✓'} ${step.name.padEnd(20)} ${counted(result).padEnd(24)} ${seconds(started)}`);
  if (result.failed > 0) console.log(indented(result.output));
  return result;
}

const indented = (text) => text.split('\n').map((line) => `    ${line}`).join('\n');

const skipped = (step) => {
  console.log(`✗ ${step.name.padEnd(20)} not run, because ${step.needs.join(' or ')} failed`);
  return { passed: 0, failed: 1, output: '' };
};

/** Starts each step once what it needs is done and there is room; resolves to the sum of all. */
export async function runAll(steps) {
  const waiting = [...steps];
  const done = new Map();
  let used = 0;

  const isReady = (step) => step.needs.every((name) => done.has(name)) && used + step.weight <= ROOM;

  return new Promise((resolve) => {
    const finish = (step, result) => {
      done.set(step.name, result);
      if (done.size === steps.length) resolve(sumOf(done));
      else advance();
    };
    const start = async (step) => {
      used += step.weight;
      const result = step.needs.some((name) => done.get(name).failed > 0) ? skipped(step) : await runOne(step);
      used -= step.weight;
      finish(step, result);
    };
    const advance = () => {
      for (let next = waiting.findIndex(isReady); next >= 0; next = waiting.findIndex(isReady)) void start(waiting.splice(next, 1)[0]);
    };
    if (steps.length === 0) resolve({ passed: 0, failed: 0 });
    else advance();
  });
}

function sumOf(done) {
  const results = [...done.values()];
  const total = (name) => results.reduce((sum, result) => sum + result[name], 0);
  return { passed: total('passed'), failed: total('failed') };
}
