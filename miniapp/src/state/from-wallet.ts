let waiting = false;

/** The person came from the wallet, and this phone does not know yet whether there is a code to show. */
export const awaitCode = (awaited: boolean) => {
  waiting = awaited;
};

/** True once after that, for whoever gets to know. */
export function takeAwaited(): boolean {
  const was = waiting;
  waiting = false;
  return was;
}
