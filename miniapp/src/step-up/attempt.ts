import { refusalOf } from '../api/refusal-of';

export type Work = () => Promise<void>;

/** Does the work, or says that the service wants it confirmed first; whatever else was refused is thrown. */
export async function attempt(work: Work): Promise<'done' | 'unconfirmed'> {
  try {
    await work();
    return 'done';
  } catch (reason) {
    if (refusalOf(reason).code !== 'STEP_UP_REQUIRED') throw reason;
    return 'unconfirmed';
  }
}
