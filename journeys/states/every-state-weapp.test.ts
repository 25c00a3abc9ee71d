import { everyStateIsWhole } from './every-state';

everyStateIsWhole('weapp');
