import { Refusal } from '@yibao/shared';

/** False where this way does not lead to the holder, and another must be taken. */
export async function taken(sending: Promise<void>): Promise<boolean> {
  try {
    await sending;
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'NOTICE_NOT_TAKEN') return false;
    throw error;
  }
}
