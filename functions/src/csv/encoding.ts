export type Encoding = 'utf-8' | 'gb18030';

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/**
 * Finds how a whole file is written. Chinese in GB18030, read as UTF-8, is nearly nothing but replacement characters; a damaged UTF-8 file
 * has few of them and stays UTF-8, so that its good lines are not taken for other Chinese words.
 */
export function encodingWatch() {
  const decoder = new TextDecoder('utf-8');
  let [broken, chinese] = [0, 0];
  const see = (text: string) => {
    broken += count(text, /\uFFFD/g);
    chinese += count(text, /\p{Script=Han}/gu);
  };
  return {
    take: (bytes: Uint8Array) => see(decoder.decode(bytes, { stream: true })),
    end(): Encoding {
      see(decoder.decode());
      return broken > chinese ? 'gb18030' : 'utf-8';
    },
  };
}
