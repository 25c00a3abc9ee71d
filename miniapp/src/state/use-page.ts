import { useEffect, useRef } from 'react';
import { declareLanguage } from '../platform/language';
import { useDidHide, useDidShow } from '../platform/lifecycle';
import { nameBar } from '../platform/navigate';
import { elder } from './elder';
import { useLanguage } from './language';

/** The bar above a page is named in Chinese until it is told otherwise, and only the page in front can tell it. */
function useBar(title: string, isNamed: boolean): void {
  const bar = useRef(isNamed ? title : undefined);
  const inFront = useRef(false);
  const name = () => {
    if (!inFront.current || bar.current === title) return;
    bar.current = title;
    nameBar(title);
  };
  useDidShow(() => {
    inFront.current = true;
    name();
  });
  useDidHide(() => {
    inFront.current = false;
  });
  useEffect(name, [title]);
}

/**
 * What every page begins with: it is drawn anew, with all its words, when the person changes the language or the 长辈版,
 * also while it lies below another page. Says whether it is shown in the 长辈版.
 */
export function usePage(title: string): boolean {
  const language = useLanguage();
  useBar(title, language === 'zh');
  useEffect(() => declareLanguage(language), [language]);
  return elder.useValue() === true;
}
