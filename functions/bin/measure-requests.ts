import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measuredRequests } from '../src/testing/measured-requests';

/** Writes docs/capacity/requests.json, from which npm run capacity reckons. */
void measuredRequests().then((measured) => {
  writeFileSync(join(__dirname, '../../docs/capacity/requests.json'), `${JSON.stringify(measured, null, 2)}\n`);
  console.log('docs/capacity/requests.json written');
});
