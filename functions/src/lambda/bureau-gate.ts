import { bootGate } from '../boot';

/** Runs alone in the bureau's network; it has neither table nor keys nor credentials. */
export const handler = bootGate(process.env);
