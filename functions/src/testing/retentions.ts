const MINUTES = 1 / 1440;

/** After how many days rows of a kind disappear by themselves, as docs/security/data-map.md says in words; `kept` where some or all of them stay. */
export const RETENTIONS: Readonly<Record<string, readonly (number | 'kept')[]>> = {
  session: [0.5],
  'device of an account': [0.5],
  activation: [1, 2, 8, 'kept'],
  'tries of a day': [2],
  consent: [3 * 366, 'kept'],
  'phone of a binding': [1, 'kept'],
  'change of a phone': [1],
  'three steps of Alipay': [1, 30],
  'former phone': [1],
  'lock of a phone number': [1, 'kept'],
  'counted messages': [2],
  voucher: ['kept'],
  PIN: [1, 'kept'],
  'lock of an ID number': [1, 'kept'],
  binding: [1, 'kept'],
  'listed binding': ['kept'],
  code: ['kept'],
  use: ['kept'],
  'counted guesses': [10 * MINUTES],
  'note of unbindings': [1, 90],
  wallet: [1, 30, 'kept'],
  'audit entry': ['kept'],
  push: [30],
  'pushed event': [30],
  'settlement result': [90],
  institution: ['kept'],
  'import of institutions': ['kept'],
  'token of an institution': [15 * MINUTES],
  'used assertion': [5 * MINUTES],
  'refused assertions': [180],
  operator: ['kept'],
  'token of an operator': [10 * MINUTES],
  'used assertion of an operator': [5 * MINUTES],
  'end of a journal': ['kept'],
  'journal entry': ['kept'],
  'case of the hotline': ['kept'],
  'line in the list of cases': [2],
  'counted look-ups': [60 * MINUTES, 1],
  ticket: [1, 30, 180],
  'own ticket': [1, 210],
  'line in the list of tickets': [30, 180],
  region: ['kept'],
  'change of a region': ['kept'],
  'wish for an opening': [1, 30, 365],
  'own wish': [1, 365],
  'insured person': ['kept'],
  'import of a file': ['kept'],
  'clearing of imported persons': ['kept'],
  'platform token': ['kept'],
  'counted calls': [10 * MINUTES, 60 * MINUTES, 1],
  'data key': ['kept'],
  'back-fill': ['kept'],
};

const DAY_SECONDS = 86_400;

/** What counts the calls of a day ends with it, so it is there for less than that; a story takes minutes. */
const isWithin = (days: number, promised: number) => days <= promised + 0.02 && days >= promised * 0.9 - 0.002;

/** Whether a row that was written within the hour after `start` disappears when its kind says. */
export function endsAsSaid(kind: string, ttl: unknown, start: Date): boolean {
  const said = RETENTIONS[kind] ?? [];
  if (ttl === undefined) return said.includes('kept');
  const days = Number(ttl) / DAY_SECONDS - start.getTime() / 1000 / DAY_SECONDS;
  return said.some((promised) => promised !== 'kept' && isWithin(days, promised));
}
