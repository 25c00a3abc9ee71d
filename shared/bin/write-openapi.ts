import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { openApiDocument } from '../src/openapi/document';

const root = join(__dirname, '../..');
const place = join(root, 'docs/openapi.json');
const name = relative(root, place);

const versionOf = (file: string) => (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;

function written(): string {
  try {
    return readFileSync(place, 'utf8');
  } catch {
    return '';
  }
}

/** Writes docs/openapi.json; with `--check` only compares and exits 1 when it is not what the contract says. */
const document = `${JSON.stringify(openApiDocument(versionOf(join(root, 'package.json'))), null, 2)}\n`;

if (!process.argv.includes('--check')) {
  writeFileSync(place, document);
  console.log(`${name} written`);
} else if (written() === document) {
  console.log(`${name} is fresh`);
} else {
  console.error(`${name} is not what the contract says; run: npm run openapi`);
  process.exitCode = 1;
}
