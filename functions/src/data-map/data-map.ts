import { activationKinds } from '../activation/row-kinds';
import { auditKinds } from '../audit/row-kinds';
import { platformKinds } from '../aws/row-kinds';
import type { Key } from '../aws/table';
import { bindingKinds } from '../binding/row-kinds';
import { consentKinds } from '../consent/row-kinds';
import { feedbackKinds } from '../feedback/row-kinds';
import { limitKinds } from '../http/row-kinds';
import { assertionKinds } from '../assertion/row-kinds';
import { institutionKinds } from '../institution/row-kinds';
import { insuredKinds } from '../insured/row-kinds';
import { keyKinds } from '../keys/row-kinds';
import { noticeKinds } from '../notice/row-kinds';
import { pushedKinds } from '../pushed/row-kinds';
import { phoneKinds } from '../phone/row-kinds';
import { hotlineKinds } from '../hotline/row-kinds';
import { operatorKinds } from '../operator/row-kinds';
import { regionKinds } from '../region/row-kinds';
import { sessionKinds } from '../session/row-kinds';
import { smsKinds } from '../sms/row-kinds';
import { voucherKinds } from '../voucher/row-kinds';
import { walletKinds } from '../wallet/row-kinds';
import { isOfKind, type RowKind } from './row-kind';

/** Everything that the table may hold (个人信息保护法 第五十一条: classified, with purpose and retention). */
export const DATA_MAP: readonly RowKind[] = [...sessionKinds, ...activationKinds, ...consentKinds, ...phoneKinds, ...smsKinds, ...voucherKinds, ...bindingKinds, ...walletKinds, ...auditKinds, ...pushedKinds, ...noticeKinds, ...institutionKinds, ...assertionKinds, ...operatorKinds, ...hotlineKinds, ...feedbackKinds, ...regionKinds, ...insuredKinds, ...platformKinds, ...limitKinds, ...keyKinds];

export const kindOf = (key: Key): RowKind | undefined => DATA_MAP.find((kind) => isOfKind(key, kind));

/** The attributes of a row's kind that are stored closed; none for an unknown kind. */
export const sealedOf = (kind: RowKind | undefined): readonly string[] => Object.entries(kind?.attributes ?? {}).flatMap(([path, { sealed }]) => (sealed ? [path] : []));
