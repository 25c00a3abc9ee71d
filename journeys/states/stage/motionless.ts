const STILL = '*, *::before, *::after { animation-play-state: paused !important; transition: none !important; caret-color: transparent !important; }';

/** From now on nothing moves in this document: what moves would look different in each picture. */
export const holdStill = (): void => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STILL);
  document.adoptedStyleSheets = [sheet];
};
