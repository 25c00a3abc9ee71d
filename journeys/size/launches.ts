import { type Installed, open, type Opening } from './opened';
import { warmStorage } from './warm';

const ROUNDS = 21;

export interface Launches {
  /** Milliseconds, medians. */
  readonly code: number;
  readonly text: number;
  /** Requests that were sent before the code was to be seen, of all launches. */
  readonly asked: number;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const launch = async (installed: Installed, opening: Opening) => {
  const opened = await open(installed, opening);
  opened.close();
  if (opened.took === undefined) throw new Error(`${installed.platform}: ${String(opening.shows)} did not show`);
  return { took: opened.took, asked: opened.asked.filter(({ shown }) => !shown).length };
};

/** Launches both in turn, so that what slows the machine down slows both down. */
export const compareLaunches = async (product: Installed, empty: Installed): Promise<Launches> => {
  const rounds: { code: number; text: number; asked: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const code = await launch(product, { path: 'pages/voucher/voucher', storage: warmStorage(product.platform), shows: '#qr image' });
    const text = await launch(empty, { path: 'pages/empty/empty', shows: '#empty text' });
    rounds.push({ code: code.took, text: text.took, asked: code.asked });
  }
  return { code: median(rounds.map(({ code }) => code)), text: median(rounds.map(({ text }) => text)), asked: rounds.reduce((sum, { asked }) => sum + asked, 0) };
};
