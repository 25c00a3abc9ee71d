import { generateKeyPairSync } from 'node:crypto';
import { resolve } from 'node:path';
import { dropTable } from '../database/table';
import { startEngine } from '../database/engine';
import { newOutsideKeys, platformSecretFor, startOutside } from '../outside';
import type { Person } from '../persons/person';
import { startWeb } from '../web/web';
import { type DataFolder, dataFolder } from './data-folder';
import { checkPorts, reservePort } from './port';
import { type Deployment, fromContract } from './deployment';
import type { Overheard } from './overheard';
import { newKey } from '../hotline/key-file';
import { type InstitutionKey, OPERATORS, seed, seedOperators } from './seed';
import type { Ports } from './settings';
import { type Closer, closers } from './closers';

export interface StackOptions {
  /** Ports not named are any free ones. */
  readonly ports?: Partial<Ports>;
  /** Where data is kept; without it everything disappears with the stack. */
  readonly dataDir?: string;
  /** Begins with empty data. */
  readonly fresh?: boolean;
  /** A database that is already running. */
  readonly endpoint?: string | undefined;
  /** What runs the service; without it, the contract's routes and the bundles as they were built. */
  readonly deployment?: Deployment;
  /** Told of what comes out while it runs, for tests. */
  readonly overheard?: Overheard;
  /** Told of each part as soon as it stands. */
  readonly onStep?: (what: string) => void;
}

export interface Stack {
  /** Addresses, e.g. http://127.0.0.1:8787 */
  readonly api: string;
  readonly web: string;
  readonly outside: string;
  readonly database: string;
  readonly table: string;
  /** The hospital whose counter scans. */
  readonly institution: InstitutionKey;
  /** Secrets, logs and data. */
  readonly dataDir: string;
  /** Resolves with a sentence when a part ends by itself; the stack should then be stopped. */
  readonly died: Promise<string>;
  /** Loads the functions' bundles again. */
  reload(): Promise<void>;
  stop(): Promise<void>;
}

const ROOT = resolve(__dirname, '../../..');
const now = () => new Date();

function newInstitution(): InstitutionKey {
  const { x = '', y = '', d = '' } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  return { orgId: 'H37010200001', name: '济南市示范人民医院', key: { kty: 'EC', crv: 'P-256', x, y, d, kid: '1' } };
}

interface Making extends StackOptions {
  readonly deployment: Deployment;
  readonly folder: DataFolder;
  readonly onClose: (closer: Closer) => void;
}

async function database({ deployment, folder, ports, endpoint, fresh, dataDir, onClose }: Making) {
  const file = dataDir === undefined ? undefined : folder.file('yibao.db');
  const engine = await startEngine({ port: ports?.database ?? 0, endpoint, file });
  onClose(() => engine.stop());
  const { table } = deployment;
  if (endpoint && fresh) await dropTable(endpoint, table);
  await deployment.createTable(engine.endpoint);
  return { place: { endpoint: engine.endpoint, table }, died: engine.died };
}

async function outsideWorld({ folder, ports, onClose }: Making) {
  const port = await reservePort('outside', ports?.outside ?? 0);
  const keys = folder.kept('secrets/outside-world.json', newOutsideKeys);
  const persons = folder.kept('persons.json', (): Person[] => []);
  const onMade = (person: Person) => folder.write('persons.json', [...folder.kept('persons.json', (): Person[] => []), person]);
  const outside = await startOutside({ port, now, keys, persons, onMade });
  onClose(() => outside.stop());
  folder.write('secrets/platform.json', platformSecretFor(keys, outside.url));
  return outside;
}

async function raised(making: Making): Promise<Omit<Stack, 'stop'>> {
  const { folder, ports, onStep = () => {}, onClose } = making;
  const { place, died } = await database(making);
  onStep('数据库 database');
  const institution = folder.kept('secrets/institution.json', newInstitution);
  await seed(place, institution);
  await seedOperators(place, Object.keys(OPERATORS).map((operator) => folder.kept(`secrets/operator-${operator}.json`, () => newKey(operator))));
  onStep('参保地、机构和操作员 regions, institution and operators');
  const outside = await outsideWorld(making);
  onStep('模拟的微信、支付宝、短信和医保局 simulated outside world');
  const port = await reservePort('api', ports?.api ?? 0);
  const { api, reload } = await making.deployment.serve({ place, folder, port, onClose, overheard: making.overheard });
  onStep('接口 API');
  const web = await startWeb({ port: ports?.web ?? 0, api, outside: outside.url, institution, root: ROOT });
  onClose(() => web.stop());
  onStep('网页和窗口 web and counter');
  return { api, web: web.url, outside: outside.url, database: place.endpoint, table: place.table, institution, dataDir: folder.path, died, reload };
}

/**
 * The whole product on this computer: database, outside world, service, API, web build and counter. All listen on 127.0.0.1 only.
 * Rejects with PortBusy before any data is touched.
 */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  await checkPorts(options.ports ?? {});
  const folder = dataFolder(options.dataDir, options.fresh ?? false);
  const { onClose, close } = closers();
  onClose(() => folder.leave());
  try {
    return { ...(await raised({ deployment: fromContract, ...options, folder, onClose })), stop: close };
  } catch (error) {
    await close();
    throw error;
  }
}
