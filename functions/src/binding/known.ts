import type { OwnUnbinding } from '@yibao/shared';
import type { Notes } from './store';

/** Unbindings as other rooms may have them: to export them. */
export const unbindingsKnown = ({ notes }: { readonly notes: Pick<Notes, 'of'> }) => ({
  async of(account: string): Promise<readonly OwnUnbinding[]> {
    const note = await notes.of(account);
    return (note?.done ?? []).map(({ bindings: _names, ...unbinding }) => (note?.ended?.receipt === unbinding.receipt ? { ...note.ended, ...unbinding } : unbinding));
  },
});
