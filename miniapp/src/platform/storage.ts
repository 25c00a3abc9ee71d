/** Where texts outlive the app; a text that cannot be read is one that is not there. */
export interface Shelf {
  read(key: string): Promise<string | undefined>;
  write(key: string, text: string): Promise<void>;
  remove(key: string): Promise<void>;
}

/** The platform's storage, encrypted where the platform can. */
export declare const shelf: Shelf;
