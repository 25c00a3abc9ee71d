import { chmod, mkdtemp, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { providerAt } from './provider-at';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yibao-key-file-'));
});
afterAll(() => rm(folder, { recursive: true }));

const fileNamed = (name: string) => providerAt(pathToFileURL(join(folder, name)).href);

describe('the key file', () => {
  test('is made once by many, can be read by its owner only, and leaves no draft', async () => {
    const files = Array.from({ length: 10 }, () => fileNamed('secrets/one.key'));
    const [first, ...others] = await Promise.all(files.map((file) => file()));
    const { wrapped, key } = await first!.make({ table: 't', id: 'k1' });
    for (const other of others) expect(await other.unwrap(wrapped, { table: 't', id: 'k1' })).toEqual(key);
    expect((await stat(join(folder, 'secrets/one.key'))).mode & 0o777).toBe(0o600);
    expect(await readdir(join(folder, 'secrets'))).toEqual(['one.key']);
  });

  test('is refused where others may read it', async () => {
    await fileNamed('open.key')();
    await chmod(join(folder, 'open.key'), 0o640);
    await expect(fileNamed('open.key')()).rejects.toThrow('chmod 600');
  });

  test.each([
    ['belongs to another user', 'chown', () => void jest.spyOn(process, 'getuid').mockReturnValue(987_654)],
    ['was exchanged for a link', 'link', async (path: string) => (await rename(path, `${path}.real`), symlink(`${path}.real`, path))],
  ])('is refused where it %s, and the sentence says what to do', async (_what, remedy, expose) => {
    const name = `${remedy}.key`;
    await fileNamed(name)();
    await expose(join(folder, name));
    await expect(fileNamed(name)()).rejects.toThrow(expect.objectContaining({ name: 'KeyFileExposed', message: expect.stringContaining(remedy) }));
    jest.restoreAllMocks();
  });

  test('is not made at the end of a link, and nothing is written where that points', async () => {
    await symlink(join(folder, 'elsewhere.key'), join(folder, 'dangling.key'));
    await expect(fileNamed('dangling.key')()).rejects.toThrow('the key file is a link');
    expect((await readdir(folder)).filter((name) => /^(elsewhere|dangling)/.test(name))).toEqual(['dangling.key']);
  });

  test('is read from the file that was looked at, by the modes of exactly that', async () => {
    await fileNamed('modes.key')();
    for (const mode of [0o604, 0o620, 0o601]) {
      await chmod(join(folder, 'modes.key'), mode);
      await expect(fileNamed('modes.key')()).rejects.toThrow('chmod 600');
    }
    await chmod(join(folder, 'modes.key'), 0o400);
    expect((await fileNamed('modes.key')()).kind).toBe('file');
  });

  test('is refused where it is not whole, and is not made anew', async () => {
    await writeFile(join(folder, 'short.key'), 'abc', { mode: 0o600 });
    await expect(fileNamed('short.key')()).rejects.toThrow('not as it was made');
    expect(await readFile(join(folder, 'short.key'), 'utf8')).toBe('abc');
  });
});
