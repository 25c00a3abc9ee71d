/** Not for secrets. */
export const random = () => Math.random();
