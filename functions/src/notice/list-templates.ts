import type { listNoticeTemplates as endpoint, NoticePurpose, Output } from '@yibao/shared';
import type { Call } from '../http/call';

type Ids = Readonly<Partial<Record<NoticePurpose, { readonly id: string } | undefined>>>;

export interface Needs {
  readonly templates: { readonly weapp: Ids; readonly alipay: Ids };
}

const PURPOSES: readonly NoticePurpose[] = ['safety', 'settlement', 'refund', 'opening'];

export function listTemplates({ caller }: Call<typeof endpoint>, { templates }: Needs): Promise<Output<typeof endpoint>> {
  const ids = templates[caller.channel];
  return Promise.resolve({ templates: PURPOSES.flatMap((purpose) => (ids[purpose] ? [{ purpose, id: ids[purpose].id }] : [])) });
}
