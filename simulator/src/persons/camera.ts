import type { Person } from './person';

/** What the platform makes of one look into the camera. */
export type Look = 'passes' | 'light' | 'network' | 'no photo' | 'another face' | 'unsupported' | 'cancelled';

/** Looks at a person for a verification of `idNumber`. Counts tries, because some persons pass only at the second. */
export interface Camera {
  look(person: Person, idNumber: string): Look;
  /** The person's next try is a first one again. */
  forget(person: string): void;
}

export function camera(): Camera {
  const tried = new Set<string>();
  return {
    forget: (person) => void tried.delete(person),
    look(person, idNumber) {
      if (person.idNumber !== idNumber) return 'another face';
      const first = !tried.has(person.id);
      tried.add(person.id);
      if (person.face === 'light first') return first ? 'light' : 'passes';
      if (person.face === 'network first') return first ? 'network' : 'passes';
      return person.face;
    },
  };
}
