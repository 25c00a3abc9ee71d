import type { BindingView, Unbinding } from '@yibao/shared';
import type { Table } from '../aws/table';
import type { Answer, Desk } from './desk';
import { activated, ALIPAY_STEPS, openCity, PIN, seedOf, signedIn } from './story';

/** A person bound in WeChat and Alipay, each with a seed. */
export async function twoChannels(table?: Table) {
  const desk = await openCity(table ? { table } : {});
  const weapp = await signedIn(desk);
  await activated(desk, weapp);
  const alipay = await signedIn(desk, { channel: 'alipay' });
  await activated(desk, alipay, { steps: ALIPAY_STEPS });
  return { desk, weapp, alipay, seeds: { weapp: await seedOf(desk, weapp), alipay: await seedOf(desk, alipay) } };
}

export const bindingsOf = async (desk: Desk, token: string) => (await desk.get('/bindings', { token })).body['bindings'] as BindingView[];

/** The name of the binding of whoever asks. */
export const ownBinding = async (desk: Desk, token: string) => (await bindingsOf(desk, token)).find(({ current }) => current)!.id;

export const confirmUnbind = (desk: Desk, token: string) => desk.post('/session/step-up', { action: 'unbind', pin: PIN }, { token });

export const askUnbind = (desk: Desk, token: string, binding: string) => desk.post('/binding/unbind', { binding, reason: 'new-phone' }, { token });

/** Confirms and unbinds: the own binding, or what is named. */
export async function unbound(desk: Desk, token: string, binding?: string): Promise<Answer & { readonly body: Unbinding }> {
  const name = binding ?? (await ownBinding(desk, token));
  await confirmUnbind(desk, token);
  return (await askUnbind(desk, token, name)) as Answer & { readonly body: Unbinding };
}
