/** A browser has no say over the screen's brightness. */
export const lightUp = () => () => undefined;
