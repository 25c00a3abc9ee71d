import type { Bureau } from '../bureau/bureau';
import { CDK, type Hands, Stopped } from './hands';

export interface Wish {
  /** The code of the bureau, typed out. */
  readonly confirm: string | undefined;
  /** The same again, where there is data. */
  readonly confirmData: string | undefined;
}

const LEFT = ['数据表（有删除保护）', 'KMS 密钥（删了它，加密的数据永远打不开）', '日志', '备份'];

/**
 * `npm run bureau:destroy`: takes the service away. Data, keys, logs and backups stay in the account in any case. Throws Stopped where the code was not typed,
 * or, with data in the table, not twice.
 */
export async function destroy(bureau: Bureau, { confirm, confirmData }: Wish, hands: Hands): Promise<void> {
  const { code, id, name } = bureau;
  const stack = await hands.account.stack(`yibao-${id}`);
  if (!stack) throw new Stopped(`${name} 没有部署，没有可以删除的。`);
  if (confirm !== code) throw new Stopped(`这会停掉${name}的医保码服务。确实要停，加 --confirm ${code}`);
  const table = stack.outputs['TableName'];
  const hasData = table !== undefined && (await hands.account.hasRows(table));
  if (hasData && confirmData !== code) throw new Stopped(`数据表里有数据，参保人将不能使用医保码。已经通知并做好安排，再加 --confirm-with-data ${code}`);
  await hands.account.allowDeletion(`yibao-${id}`);
  const { code: ended } = await hands.run(['node', CDK, 'destroy', `yibao-${id}`, '--force', '-c', `bureau=${id}`, '--no-notices'], { shown: true, folder: 'infra' });
  if (ended !== 0) throw new Stopped('删除没有完成。到 CloudFormation 看“事件”，处理后再运行一次。');
  hands.say(`服务已停。仍留在账号里，要删只能在控制台逐项手工删除：${LEFT.join('、')}。`);
}
