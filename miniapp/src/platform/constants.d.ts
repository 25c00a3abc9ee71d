/** Filled in by the build (config/index.ts). */
declare const TARO_APP_API: string;
declare const A11Y_PROPS: Readonly<Record<'role' | 'label' | 'hidden' | 'disabled' | 'checked' | 'live', string>>;
