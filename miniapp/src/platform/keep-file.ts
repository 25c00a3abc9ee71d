export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** Hands a text over as a file that the person keeps; rejects where they did not. To be called in a tap. */
export type KeepFile = (file: TextFile) => Promise<void>;

/** How files are kept here; undefined where this phone offers no way. */
export declare const keepFile: { readonly where: 'weapp' | 'h5'; readonly keep: KeepFile } | undefined;
