import { eachShapeOnce, violationsOn } from '../accessibility/axe';
import { everyStateIsWhole } from './every-state';

const byAxe = eachShapeOnce(violationsOn);

everyStateIsWhole('web', ({ page }) => byAxe(page));
