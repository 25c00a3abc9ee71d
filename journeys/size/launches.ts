import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type Installed, open, type Opening } from './opened';
import { warmStorage } from './warm';

/** So many rounds in which neither is faster than before end it, and in any case so many. */
const STEADY = 40;
const MOST = 400;

export interface Launches {
  /** Milliseconds, of the fastest launch: whatever else the machine does only ever lengthens one, and the longer the more. */
  readonly code: number;
  readonly text: number;
  /** Requests that were sent before the code was to be seen, of all launches. */
  readonly asked: number;
}

setFlagsFromString('--expose-gc');
/** A phone starts without the litter of the launch before. */
const sweep = runInNewContext('gc') as () => void;

const launch = async (installed: Installed, opening: Opening) => {
  sweep();
  const opened = await open(installed, opening);
  opened.close();
  if (opened.took === undefined) throw new Error(`${installed.platform}: ${String(opening.shows)} did not show`);
  return { took: opened.took, asked: opened.asked.filter(({ shown }) => !shown).length };
};

/** Launches both in turn, so that what slows the machine down slows both down, until neither gets faster. */
export const compareLaunches = async (product: Installed, empty: Installed): Promise<Launches> => {
  let fastest = { code: Infinity, text: Infinity };
  let asked = 0;
  for (let [round, beaten] = [0, 0]; round < MOST && round - beaten < STEADY; round += 1) {
    const code = await launch(product, { path: 'pages/voucher/voucher', storage: warmStorage(product.platform), shows: '#qr image' });
    const text = await launch(empty, { path: 'pages/empty/empty', shows: '#empty text' });
    if (code.took < fastest.code || text.took < fastest.text) beaten = round;
    fastest = { code: Math.min(fastest.code, code.took), text: Math.min(fastest.text, text.took) };
    asked += code.asked;
  }
  return { ...fastest, asked };
};
