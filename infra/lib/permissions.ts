import type { Room, Way } from '@yibao/shared';

/** A Lambda function: one for each room of the contract, one for what follows from events in the table, one that sends couriers because of them, one courier for each way. */
export type Runner = Room | Follower | Courier;

/** The functions that follow the table's stream. */
export type Follower = 'reactions' | 'pushes';

/** The functions that take errands from queues and speak to platforms. */
export type Courier = `courier-${Way}`;

/** All that the functions ever do with the table. Transactions need nothing more: IAM looks at each of their parts. */
export type Action = 'GetItem' | 'Query' | 'PutItem' | 'UpdateItem';

/**
 * Partition keys (`dynamodb:LeadingKeys`), `*` and `?` as in IAM: S sessions, A accounts, ID locks of ID numbers, V vouchers with PIN, bindings,
 * events and uses, QH codes, PH locks of phone numbers, INST institutions, RG#ALL regions, RG#<code> wishes for a region's opening, TK platform tokens, RL counted calls and guesses, IT institutions' tokens, IA their used assertions, OP#ALL operators, OJ their journals, OT their tokens, OA their used assertions, HC cases of the hotline, HL#OPEN their list, FB tickets, FL#OPEN their list, IN imported insured persons, KEY wrapped data keys.
 */
export type Keys = 'S#*' | 'A#*' | 'ID#*' | 'V#*' | 'QH#*' | 'PH#*' | 'INST#*' | 'RG#ALL' | 'RG#??????' | 'TK#*' | 'RL#*' | 'IT#*' | 'IA#*' | 'OP#ALL' | 'OJ#*' | 'OT#*' | 'OA#*' | 'HC#*' | 'HL#OPEN' | 'FB#*' | 'FL#OPEN' | 'IN#*' | 'KEY#DATA';

export interface Permission {
  readonly actions: readonly Action[];
  readonly keys: readonly Keys[];
}

/** Whoever starts first makes the first data key. */
const HOLDS_KEYS: Permission = { actions: ['Query', 'PutItem'], keys: ['KEY#DATA'] };

/** Counts calls, see the table of limits in the contract. */
const COUNTS_CALLS: Permission = { actions: ['UpdateItem'], keys: ['RL#*'] };

/** Every room reads the session and notes now and then that it is in use. */
const RECOGNISES_CITIZENS: Permission = { actions: ['GetItem', 'PutItem'], keys: ['S#*'] };

/** An operator's token and what the operator may do; nobody but the bureau writes the latter. */
const RECOGNISES_OPERATORS: Permission = { actions: ['GetItem'], keys: ['OP#ALL', 'OT#*'] };

/** Every call of an operator is told in the operator's journal. */
const WITNESSES: Permission = { actions: ['GetItem', 'PutItem'], keys: ['OJ#*'] };

/** Withdrawing the service agreement is the same as closing: everything of one account is read, and ended in one transaction. */
const ENDS_ACCOUNTS: readonly Permission[] = [
  HOLDS_KEYS,
  RECOGNISES_CITIZENS,
  { actions: ['GetItem'], keys: ['RG#ALL'] },
  { actions: ['GetItem', 'PutItem'], keys: ['A#*', 'ID#*', 'QH#*', 'V#*', 'PH#*', 'FB#*', 'FL#OPEN', 'RG#??????'] },
  { actions: ['Query'], keys: ['A#*', 'V#*'] },
];

/**
 * What each function may do with which rows, and nothing else. Nobody scans, nobody deletes: rows end by their ttl.
 * Rows that one transaction writes stand in one permission, because a statement must hold for all leading keys of a request.
 */
export const PERMISSIONS: Readonly<Record<Runner, readonly Permission[]>> = {
  session: [
    HOLDS_KEYS,
    { actions: ['GetItem', 'PutItem'], keys: ['A#*', 'QH#*', 'S#*'] },
    { actions: ['Query'], keys: ['A#*', 'V#*'] },
    { actions: ['GetItem', 'PutItem'], keys: ['V#*', 'TK#*'] },
    COUNTS_CALLS,
  ],
  institution: [
    HOLDS_KEYS,
    { actions: ['GetItem'], keys: ['INST#*'] },
    { actions: ['PutItem'], keys: ['IA#*', 'IT#*'] },
    COUNTS_CALLS,
  ],
  /** An unbinding by two operators is one transaction of the case with all that the bindings have; a check at the desk, of a ticket with an activation. */
  hotline: [
    HOLDS_KEYS,
    RECOGNISES_OPERATORS,
    WITNESSES,
    { actions: ['GetItem'], keys: ['RG#ALL', 'ID#*'] },
    { actions: ['GetItem', 'PutItem'], keys: ['HC#*', 'HL#OPEN', 'FB#*', 'FL#OPEN', 'A#*', 'S#*', 'V#*', 'QH#*', 'PH#*'] },
    { actions: ['Query'], keys: ['HL#OPEN', 'A#*', 'V#*'] },
    COUNTS_CALLS,
  ],
  feedback: [
    HOLDS_KEYS,
    RECOGNISES_CITIZENS,
    RECOGNISES_OPERATORS,
    WITNESSES,
    { actions: ['GetItem', 'PutItem'], keys: ['FB#*', 'FL#OPEN', 'A#*'] },
    { actions: ['Query'], keys: ['FL#OPEN', 'A#*'] },
    COUNTS_CALLS,
  ],
  operator: [
    HOLDS_KEYS,
    { actions: ['GetItem'], keys: ['OP#ALL'] },
    { actions: ['PutItem'], keys: ['OA#*', 'OT#*'] },
    WITNESSES,
    COUNTS_CALLS,
  ],
  region: [
    HOLDS_KEYS,
    RECOGNISES_CITIZENS,
    { actions: ['GetItem', 'Query'], keys: ['RG#ALL'] },
    { actions: ['GetItem', 'PutItem'], keys: ['RG#??????', 'A#*'] },
  ],
  activation: [
    HOLDS_KEYS,
    RECOGNISES_CITIZENS,
    { actions: ['GetItem'], keys: ['RG#ALL', 'IN#*'] },
    { actions: ['GetItem', 'PutItem'], keys: ['A#*', 'ID#*', 'V#*', 'PH#*', 'TK#*'] },
    { actions: ['UpdateItem'], keys: ['A#*'] },
    COUNTS_CALLS,
    { actions: ['Query'], keys: ['A#*', 'V#*'] },
  ],
  consent: ENDS_ACCOUNTS,
  account: ENDS_ACCOUNTS,
  voucher: [
    HOLDS_KEYS,
    RECOGNISES_CITIZENS,
    { actions: ['GetItem'], keys: ['INST#*', 'IT#*', 'RG#ALL'] },
    { actions: ['GetItem', 'PutItem'], keys: ['A#*', 'QH#*', 'V#*'] },
    { actions: ['Query'], keys: ['A#*', 'V#*'] },
    { actions: ['Query', 'UpdateItem'], keys: ['RL#*'] },
  ],
  /** Everything of a binding ends in one transaction: sessions, activation, code, phone, PIN. */
  binding: [
    HOLDS_KEYS,
    { actions: ['GetItem', 'PutItem'], keys: ['A#*', 'S#*', 'V#*', 'QH#*', 'PH#*'] },
    { actions: ['Query'], keys: ['A#*', 'V#*'] },
    COUNTS_CALLS,
  ],
  phone: [
    HOLDS_KEYS,
    RECOGNISES_CITIZENS,
    { actions: ['GetItem', 'PutItem'], keys: ['A#*', 'V#*', 'PH#*', 'TK#*'] },
    { actions: ['Query'], keys: ['V#*'] },
    { actions: ['UpdateItem'], keys: ['A#*', 'RL#*'] },
  ],
  notice: [
    HOLDS_KEYS,
    RECOGNISES_CITIZENS,
    { actions: ['GetItem'], keys: ['ID#*', 'QH#*'] },
    { actions: ['Query', 'PutItem'], keys: ['V#*'] },
    COUNTS_CALLS,
  ],
  /** A card is written beside the binding, which it holds only with. */
  wallet: [HOLDS_KEYS, RECOGNISES_CITIZENS, { actions: ['GetItem', 'PutItem'], keys: ['A#*', 'TK#*'] }, COUNTS_CALLS],
  reactions: [HOLDS_KEYS, { actions: ['PutItem'], keys: ['V#*'] }, { actions: ['Query', 'PutItem'], keys: ['RG#??????'] }],
  /** Finds out who is told, by which way, and leaves the errands; an event whose row will be written again is copied. */
  pushes: [HOLDS_KEYS, { actions: ['GetItem'], keys: ['A#*'] }, { actions: ['Query', 'PutItem'], keys: ['V#*'] }],
  'courier-weapp': [HOLDS_KEYS, { actions: ['GetItem', 'PutItem'], keys: ['A#*', 'V#*', 'TK#*', 'RG#??????'] }],
  'courier-alipay': [HOLDS_KEYS, { actions: ['GetItem', 'PutItem'], keys: ['A#*', 'V#*', 'RG#??????'] }, { actions: ['GetItem'], keys: ['RG#ALL'] }],
  'courier-sms': [HOLDS_KEYS, { actions: ['GetItem', 'PutItem', 'Query'], keys: ['V#*'] }],
};

/** Who may open data keys: those that seal, find or sign rows. */
export const KEY_USERS: readonly Runner[] = ['session', 'institution', 'operator', 'hotline', 'feedback', 'region', 'activation', 'consent', 'account', 'voucher', 'binding', 'phone', 'notice', 'wallet', 'reactions', 'pushes', 'courier-weapp', 'courier-alipay', 'courier-sms'];

/** Who may read the credentials for WeChat, Alipay, SMS and the bureau. */
export const PLATFORM_READERS: readonly Runner[] = ['session', 'activation', 'phone', 'notice', 'wallet', 'courier-weapp', 'courier-alipay', 'courier-sms'];
