import type { Clock, Closing } from '@yibao/shared';
import { type Put, untilUndisturbed } from '../aws/table';
import type { Citizen } from '../http/call';
import { type HolderNeeds, requireConfirmation } from './confirmation';

type Ending = (account: string) => Promise<readonly Put[]>;

export interface ClosingNeeds extends HolderNeeds {
  readonly vouchers: { closing(caller: Citizen): Promise<{ readonly voucherId?: string; readonly accounts: readonly string[]; readonly puts: readonly Put[] }> };
  readonly activations: { readonly ending: Ending };
  readonly consents: { readonly ending: Ending };
  readonly phones: {
    /** The end of the numbers of a voucher's bindings. */
    ending(voucherId: string, accounts: readonly string[]): Promise<readonly Put[]>;
    /** What was begun with a number and not finished. */
    readonly forgetting: Ending;
  };
  readonly closings: { write(puts: readonly Put[]): Promise<void> };
  /** Ends all sessions of the holder but the one that asks. */
  readonly otherSessions: { end(asking: Citizen): Promise<void> };
  readonly now: Clock;
}

const ERASED = ['各渠道的绑定和展码密钥', '凭证密码', '姓名和证件号', '激活进度'];

const KEPT: Closing['kept'] = [
  { what: '用码记录（时间、机构、业务类型）', why: '医保基金结算和监管需要核对', until: '按医保基金结算档案的期限' },
  { what: '办理记录（谁、何时、在哪个渠道、办了什么，内容已脱敏）', why: '网络安全和个人信息保护法律要求留存，用来查明是否有人冒办', until: '不少于6个月，按医保局的规定' },
  { what: '同意和撤回的记录', why: '证明当时取得了您的同意', until: '撤回后3年' },
  { what: '手机号（加密）', why: '用来把注销的结果告诉这个号码', until: '1天' },
  { what: '证件号的加密索引（不能还原成证件号）', why: '您重新激活或查询保留的记录时，用来找到它们', until: '与保留的记录相同' },
];

const end = (caller: Citizen, needs: ClosingNeeds): Promise<Closing> =>
  untilUndisturbed(async () => {
    const { voucherId, accounts, puts } = await needs.vouchers.closing(caller);
    const { activations, consents, phones } = needs;
    const rest = await Promise.all(accounts.flatMap((account) => [activations, consents].map((room) => room.ending(account)).concat(phones.forgetting(account))));
    const numbers = voucherId === undefined ? [] : await phones.ending(voucherId, accounts);
    const all = [...puts, ...numbers, ...rest.flat()];
    if (all.length > 0) await needs.closings.write(all);
    return { closedAt: needs.now().toISOString(), erased: ERASED, kept: KEPT };
  });

/**
 * Closes an account: everything in one transaction, so that nothing of it works any more and nothing is half gone. Other sessions end first.
 * Throws STEP_UP_REQUIRED.
 */
export const closingsWith = (needs: ClosingNeeds) => ({
  async close(caller: Citizen): Promise<Closing> {
    await requireConfirmation(caller, 'close-account', needs);
    await needs.otherSessions.end(caller);
    return end(caller, needs);
  },
});
