/** What a code says; `path` where it is the mini-program's own code of the platform. */
export interface ScannedCode {
  readonly text: string;
  readonly path?: string;
}

/** How holding the camera before a code ended. Denied: the platform may not use the camera. */
export type Scanned = ScannedCode | { readonly ended: 'cancelled' | 'denied' | 'failed' };

/** Lets the person scan a QR code with the platform's own scanner; undefined where there is none. */
export declare const scanCode: (() => Promise<Scanned>) | undefined;
