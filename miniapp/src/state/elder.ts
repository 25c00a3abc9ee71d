import * as z from 'zod/mini';
import { remembered } from './remembered';

/** 长辈版: larger text and buttons, one column, nothing that moves by itself. */
export const elder = remembered('elder', z.boolean());
