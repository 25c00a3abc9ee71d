/** The language of the phone as its platform names it: zh_CN, zh-Hans, en, en-US. */
export declare const phoneLanguage: string | undefined;

/** Says in which language the page is, where somebody asks for that. */
export declare const declareLanguage: (language: string) => void;
