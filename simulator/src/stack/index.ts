export { greeting } from './greeting';
export { type Overheard } from './overheard';
export { checkPorts } from './port';
export { settingsFrom } from './settings';
export { type Stack, startStack, type StackOptions } from './stack';
