/** Tells on the terminal what is being done and how long it took. */

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

const isTerminal = process.stdout.isTTY === true;

/** A step that takes long says once that it has begun. */
function announcing(name) {
  const timer = setTimeout(() => console.log(`… ${name}`), 2000);
  return () => clearTimeout(timer);
}

/** While a step runs, its line counts the seconds, on a terminal. */
function ticking(name) {
  if (!isTerminal) return announcing(name);
  const started = performance.now();
  const draw = () => process.stdout.write(`\r\u001b[2K… ${name} ${seconds(started)}`);
  draw();
  const timer = setInterval(draw, 500);
  return () => {
    clearInterval(timer);
    process.stdout.write('\r\u001b[2K');
  };
}

/** Does one step of a start and prints its line; `work` may resolve to a word about the outcome. */
export async function step(name, work) {
  const started = performance.now();
  const quiet = ticking(name);
  try {
    const word = await work();
    quiet();
    console.log(`✓ ${name}${typeof word === 'string' ? `（${word}）` : ''}  ${seconds(started)}`);
  } catch (error) {
    quiet();
    console.log(`✗ ${name}  ${seconds(started)}`);
    throw error;
  }
}
