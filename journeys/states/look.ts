import { type Finding } from './stage/inspect';
import { type Theatre } from './stage/theatre';
import { nameOf, type State } from './state';

/** Anything else that is looked for on the page; gives what it complains of. */
export type More = (theatre: Theatre) => Promise<readonly string[]>;

const nothingMore: More = () => Promise.resolve([]);

const asElder = (theatre: Theatre): Promise<Finding[]> => theatre.page.evaluate(() => window.stage.inspect(true));

/** In the large text, which a class switches; what else 长辈版 leaves out is known only after the app itself has been put on in it. */
const elderFindings = async (theatre: Theatre, state: State): Promise<Finding[]> => {
  const found = await asElder(theatre);
  if (!found.some(({ what }) => what === 'promotion')) return found;
  await theatre.show(state, true);
  return asElder(theatre);
};

/** Brings the page to its state once and looks at it in both text sizes. */
export const lookAt = async (theatre: Theatre, state: State, more = nothingMore): Promise<string[]> => {
  try {
    await theatre.show(state, false);
  } catch (cause) {
    return [`${nameOf(state)}: ${String(cause)}`];
  }
  const further = await more(theatre);
  const { usual, problems } = await theatre.page.evaluate(() => ({ usual: window.stage.inspect(false), problems: window.stage.problems() }));
  const elder = await elderFindings(theatre, state);
  const told = (size: string) => ({ what, where }: Finding) => `${nameOf(state)}${size}: ${what}: ${where}`;
  return [...usual.map(told('')), ...elder.map(told(', 长辈版')), ...[...problems, ...further].map((problem) => `${nameOf(state)}: ${problem}`)];
};

/** What is to be complained of in any of the states. */
export const lookAtAll = async (theatre: Theatre, states: readonly State[], more = nothingMore): Promise<string[]> => {
  const complaints: string[] = [];
  for (const state of states) complaints.push(...(await lookAt(theatre, state, more)));
  return complaints;
};
