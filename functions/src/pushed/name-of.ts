import { createHash } from 'node:crypto';
import { canonical } from '../audit/canonical';
import type { Event } from '../events';

/** The same event has the same name however often it is delivered. */
export const nameOf = (event: Event): string => createHash('sha256').update(canonical(event)).digest('hex').slice(0, 32);
