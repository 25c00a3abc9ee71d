import { follow } from '../aws/stream';
import { boot } from '../boot';
import { reactTo } from '../reactions';
import { usesIn } from '../voucher/use-store';

const { table, log } = await boot(process.env);

export const handler = follow(reactTo({ uses: usesIn(table) }), log);
