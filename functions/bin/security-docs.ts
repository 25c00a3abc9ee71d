import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CRYPTO_USES } from '../src/crypto/inventory';
import { inventoryPage } from '../src/crypto/inventory-page';
import { DATA_MAP } from '../src/data-map/data-map';
import { mapPage } from '../src/data-map/map-page';

/** Writes the pages of docs/security that are generated from code. */
const folder = join(__dirname, '../../docs/security');
mkdirSync(folder, { recursive: true });
for (const [name, page] of Object.entries({ 'crypto.md': inventoryPage(CRYPTO_USES), 'data-map.md': mapPage(DATA_MAP) })) {
  writeFileSync(join(folder, name), page);
  console.log(`docs/security/${name} written`);
}
