import type { PhoneState } from '@yibao/shared';
import { Cell } from '../../components/cell';
import { Card } from '../../components/page';
import { dayText } from '../../copy/moment';
import { phone as text } from '../../copy/phone';

/** The number that is in use, masked. */
export const Current = ({ current }: Pick<PhoneState, 'current'>) => (
  <Card tight>
    <Cell id="current-phone" icon="message" title={text.now} note={current ? text.since(dayText(current.since)) : text.whatFor} value={current ? current.phone : text.none} />
  </Card>
);
