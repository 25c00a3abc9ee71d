/** The web preview has no camera of its own. */
export const scanCode = undefined;
