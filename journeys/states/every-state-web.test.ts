import { everyStateIsWhole } from './every-state';

everyStateIsWhole('web');
