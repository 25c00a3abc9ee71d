import { chinaDay, chinaTime, type Clock, RegionCode } from '@yibao/shared';
import { optionsIn, runVerb, type Verb } from '../command-line/verbs';
import { type Decision, type RegionChange, type Setting, Unchangeable } from './change';
import type { RegionRules } from './region';
import type { Regions } from './store';

export interface RegionCommandNeeds {
  readonly regions: Pick<Regions, 'all' | 'change' | 'history'>;
  readonly now: Clock;
  readonly print: (line: string) => void;
}

const HELP = `npm run region -- list                                              列出参保地 lists regions
npm run region -- open CODE --by WHO --reason WHY                  开通 opens one
npm run region -- close CODE --by WHO --reason WHY                 关闭 closes one; vouchers stay
npm run region -- set CODE --by WHO --reason WHY [--name … --province … --bureau … --hotline … --min-insured-months N]
                                                                   登记或修改 adds or changes one
npm run region -- history CODE                                     变更记录 what was decided, by whom, why`;

const OPTIONS = ['--by', '--reason', '--name', '--province', '--bureau', '--hotline', '--min-insured-months'];

type Options = ReadonlyMap<string, string>;

const lineOf = ({ code, open, province, name, bureau, hotline, minInsuredMonths }: RegionRules) =>
  `${code}  ${open ? '已开通 open' : '未开通 closed'}  ${province}${name}  ${bureau} ${hotline}${minInsuredMonths > 0 ? `  参保满${minInsuredMonths}个月` : ''}`;

const VALUES = { name: '名称', province: '省份', bureau: '医保局', hotline: '电话', open: '开通', minInsuredMonths: '参保月数' } as const;

const differences = ({ before, after }: RegionChange) =>
  (Object.keys(VALUES) as (keyof typeof VALUES)[])
    .filter((name) => before?.[name] !== after[name])
    .map((name) => `${VALUES[name]} ${String(before?.[name] ?? '—')} → ${String(after[name])}`)
    .join('，');

const historyLine = (change: RegionChange) => {
  const at = new Date(change.at);
  return `${change.no}  ${chinaDay(at)} ${chinaTime(at)}  ${change.by}  ${differences(change)}  （${change.reason}）`;
};

function settingOf(options: Options): Setting {
  const months = options.get('--min-insured-months');
  if (months !== undefined && !/^\d{1,3}$/.test(months)) throw new Unchangeable('--min-insured-months 应为月数，如 6；0 表示不限');
  const text = Object.fromEntries((['name', 'province', 'bureau', 'hotline'] as const).flatMap((name) => (options.has(`--${name}`) ? [[name, options.get(`--${name}`)]] : [])));
  return { ...text, ...(months === undefined ? {} : { minInsuredMonths: Number(months) }) };
}

function decisionIn(options: Options, now: Clock): Decision {
  const [by, reason] = [options.get('--by'), options.get('--reason')];
  if (by === undefined || reason === undefined) throw new Unchangeable('请写明是谁决定的（--by）和为什么（--reason），会记入变更记录');
  return { by, reason, at: now() };
}

type Act = ReturnType<Verb<RegionCommandNeeds>>;

const change =
  (extra: Setting) =>
  ([code = '', ...words]: readonly string[]): Act => {
    const options = optionsIn(words, OPTIONS);
    if (!options || !RegionCode.safeParse(code).success) return undefined;
    return async ({ regions, now, print }) => {
      print(lineOf((await regions.change(code, { ...settingOf(options), ...extra }, decisionIn(options, now))).after));
      return 0;
    };
  };

async function list({ regions, print }: RegionCommandNeeds): Promise<number> {
  for (const region of await regions.all()) print(lineOf(region));
  return 0;
}

const history =
  ([code = '', ...more]: readonly string[]): Act =>
    more.length > 0 || !RegionCode.safeParse(code).success
      ? undefined
      : async ({ regions, print }) => {
          const changes = await regions.history(code);
          if (changes.length === 0) print('没有变更记录 / no changes');
          for (const one of changes) print(historyLine(one));
          return 0;
        };

const VERBS: Readonly<Record<string, Verb<RegionCommandNeeds>>> = {
  list: (words) => (words.length === 0 ? list : undefined),
  open: change({ open: true }),
  close: change({ open: false }),
  set: change({}),
  history,
};

const isRefusal = (error: unknown): error is Error => error instanceof Unchangeable;

/** Resolves to the exit code: 0 done, 1 refused, 2 misuse. */
export const regionCommand = (words: readonly string[], needs: RegionCommandNeeds): Promise<number> => runVerb(words, { verbs: VERBS, help: HELP, isRefusal }, needs);
