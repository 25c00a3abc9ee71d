/** Loads this building's TypeScript; to be used after the packages are installed. */
import { createRequire } from 'node:module';

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

const require = createRequire(import.meta.url);
require('tsx/cjs/api').register();

/** The exports of a file below simulator/src. */
export const load = (path) => require(`../src/${path}`);
