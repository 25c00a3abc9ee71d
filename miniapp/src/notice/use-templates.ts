import { listNoticeTemplates, type NoticePurpose } from '@yibao/shared';
import { useEffect, useState } from 'react';
import { call } from '../api/call';

/** The templates for these purposes. They must be there before the tap: the platforms only ask right after one, for three at most. */
export function useTemplates(purposes: readonly NoticePurpose[]): readonly string[] {
  const [templates, setTemplates] = useState<readonly { readonly purpose: NoticePurpose; readonly id: string }[]>([]);
  useEffect(() => {
    void call(listNoticeTemplates, {}).then((answer) => setTemplates(answer.templates), () => undefined);
  }, []);
  return templates.filter(({ purpose }) => purposes.includes(purpose)).map(({ id }) => id);
}
