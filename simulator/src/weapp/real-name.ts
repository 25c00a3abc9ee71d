import type { Person } from '../persons/person';
import { fieldsOf, textIn, type Handler } from '../wire/asked';
import type { OneTimeCodes } from '../wire/one-time-codes';
import { codeRefused } from './login';
import { done, refused } from './weapp-errors';

/** Compares what is claimed with the account's real name. */
function compared(account: Person['account'], name: string, idNumber: string): object {
  if (!account) return { verify_openid: 'V_OP_NA' };
  if (account.name !== name) return { verify_openid: 'V_OP_NM_UM' };
  return { verify_openid: 'V_OP_NM_MA', verify_real_name: account.idNumber === idNumber ? 'V_NM_ID_MA' : 'V_NM_ID_UM' };
}

/** checkrealnameinfo: the code must be of the very account that is asked about. */
export function checkRealNameInfo(codes: OneTimeCodes<Person>): Handler {
  return ({ body }) => {
    const fields = fieldsOf(body);
    const [openid, name, idNumber] = [textIn(fields, 'openid'), textIn(fields, 'real_name'), textIn(fields, 'cred_id')];
    if (name === '' || idNumber === '' || fields['cred_type'] !== '1') return refused(40097);
    const redeemed = codes.redeem(textIn(fields, 'code'));
    if (redeemed.state !== 'good') return codeRefused(redeemed);
    if (redeemed.value.openId.weapp !== openid) return refused(40003);
    return done(compared(redeemed.value.account, name, idNumber));
  };
}
