/** A mistake in a bureau file or in naming one. Printed without a stack: its sentences are all that the reader needs. */
export class Misconfigured extends Error {
  override readonly name = 'Misconfigured';

  constructor(message: string) {
    super(message);
    this.stack = message;
  }
}
