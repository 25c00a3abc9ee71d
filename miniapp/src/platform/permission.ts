/** Opens the place in the phone's settings where the platform may be allowed the camera; undefined where there is no way to it. */
export const openPermissions: (() => void) | undefined = undefined;

/** Whether the platform may use the camera now, as far as it says. */
export const isCameraAllowed = () => false;
