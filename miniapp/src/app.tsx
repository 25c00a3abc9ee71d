import { type PropsWithChildren, useEffect } from 'react';
import * as z from 'zod/mini';
import { appShown } from './platform/app-show';
import { useDidShow } from './platform/lifecycle';
import { restoreAll } from './state/restored';
import './theme.scss';

// The mini-program engines forbid code made from text, which zod would otherwise try to make.
z.config({ jitless: true });

export default function App({ children }: PropsWithChildren) {
  useEffect(() => void restoreAll(), []);
  useDidShow(appShown);
  return children;
}
