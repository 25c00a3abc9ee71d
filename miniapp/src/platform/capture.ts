/** Hides what is on the screen from screenshots where the platform can, and tells of those that were taken; ends with the returned function. */
export type GuardCapture = (onCapture: () => void) => () => void;

export declare const guardCapture: GuardCapture;
