import { type Clock, later, MINUTE } from '@yibao/shared';
import type { Person } from '../persons/person';
import { fieldsOf, textIn, type Handler } from '../wire/asked';
import { oneTimeCodes } from '../wire/one-time-codes';
import { done, refused } from './weapp-errors';

/** Which number the person gives in WeChat's sheet. */
export type GivenNumber = 'account' | 'foreign';

interface Given {
  readonly person: Person;
  readonly number: GivenNumber;
}

export interface PhoneNumbers {
  readonly getUserPhoneNumber: Handler;
  /** What the button with open-type getPhoneNumber gives; its five minutes begin with the tap. */
  tap(given: Given): string;
}

/** A number of Hong Kong that nobody has. */
const FOREIGN = { phoneNumber: '+85200000000', purePhoneNumber: '00000000', countryCode: '852' };

const infoOf = ({ person: { accountPhone }, number }: Given) =>
  number === 'foreign' ? FOREIGN : { phoneNumber: accountPhone.weapp, purePhoneNumber: accountPhone.weapp, countryCode: '86' };

const A_MINUTE = 100;

/** phonenumber.getPhoneNumber. Used, ended and foreign codes are all 40029; the openid, where given, must be that of the code. */
export function phoneNumbers(appId: string, now: Clock, newId: () => string): PhoneNumbers {
  const codes = oneTimeCodes<Given>(now, newId);
  let calls: Date[] = [];
  const isTooMany = () => {
    calls = [...calls, now()].filter((at) => later(at, MINUTE) > now());
    return calls.length > A_MINUTE;
  };
  return {
    tap: (given) => codes.issue(given),
    getUserPhoneNumber({ body }) {
      if (isTooMany()) return refused(45011);
      const fields = fieldsOf(body);
      const redeemed = codes.redeem(textIn(fields, 'code'));
      if (redeemed.state !== 'good') return refused(40029);
      if ('openid' in fields && fields['openid'] !== redeemed.value.person.openId.weapp) return refused(40003);
      return done({ phone_info: { ...infoOf(redeemed.value), watermark: { timestamp: Math.floor(now().getTime() / 1000), appid: appId } } });
    },
  };
}
