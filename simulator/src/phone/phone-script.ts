import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** In this order: each uses the ones before it. */
const PARTS = ['sheets', 'person', 'inbox', 'phone'];

/** The script that makes a browser's window a phone: it defines `window.phone`. */
export const phoneScript = () => `(() => {\n${PARTS.map((part) => readFileSync(join(__dirname, 'script', `${part}.js`), 'utf8')).join('\n')}\n})();\n`;
