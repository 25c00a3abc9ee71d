export const phoneLanguage: string | undefined = navigator.language;

/** For screen readers of browsers. */
export const declareLanguage = (language: string) => {
  document.documentElement.lang = language;
};
