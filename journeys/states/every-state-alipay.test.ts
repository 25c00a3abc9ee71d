import { everyStateIsWhole } from './every-state';

everyStateIsWhole('alipay');
