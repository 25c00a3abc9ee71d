import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..');
const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  /** Comes within the package that it is part of, under that one's hash. */
  readonly inBundle?: boolean;
}

interface Manifest {
  readonly workspaces?: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const locked = Object.entries((read('package-lock.json') as { packages: Record<string, Locked> }).packages).filter(([path]) => path.includes('node_modules/'));
const manifests = ['.', ...(read('package.json') as Manifest).workspaces!].map((folder) => [folder, read(join(folder, 'package.json')) as Manifest] as const);

test('every package is locked with the hash of its content, so that npm takes no other content under its name', () => {
  expect(locked.length).toBeGreaterThan(1000);
  expect(locked.filter(([, { link, inBundle, integrity = '' }]) => !link && !inBundle && !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity)).map(([path]) => path)).toEqual([]);
});

test.each(manifests)('%s asks for exact versions, and for none but from the registry', (_folder, { dependencies, devDependencies }) => {
  const asked = Object.entries({ ...dependencies, ...devDependencies });
  expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});

test('what runs in the service is few packages, each named in docs/security/components.md by its purpose', () => {
  const { dependencies = {} } = read('functions/package.json') as Manifest;
  const named = Object.keys(dependencies).filter((name) => !name.startsWith('@yibao/'));
  expect(named.length).toBeLessThanOrEqual(12);
  const page = readFileSync(join(root, 'docs/security/components.md'), 'utf8').toLowerCase();
  const family = (name: string) => (name.startsWith('@aws-sdk/') || name.startsWith('@smithy/') ? 'aws sdk' : name.replace(/^@([^/]+)\/.*$/, '$1'));
  expect(named.filter((name) => !page.includes(family(name)))).toEqual([]);
});
