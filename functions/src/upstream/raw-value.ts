/** One step over a JSON text: how deep, and whether inside a string. */
interface Place {
  depth: number;
  quoted: boolean;
  escaped: boolean;
}

function step(place: Place, character: string): Place {
  if (place.escaped) return { ...place, escaped: false };
  if (place.quoted) return { ...place, escaped: character === '\\', quoted: character !== '"' };
  if (character === '"') return { ...place, quoted: true };
  if (character === '{' || character === '[') return { ...place, depth: place.depth + 1 };
  return character === '}' || character === ']' ? { ...place, depth: place.depth - 1 } : place;
}

/**
 * The object under `name` exactly as it was sent, spaces and all, because that is what the signature covers.
 * Undefined when there is none or it does not end.
 */
export function rawObjectAt(text: string, name: string): string | undefined {
  const label = `"${name}":`;
  const found = text.indexOf(label);
  const start = text.indexOf('{', found + label.length);
  if (found < 0 || text.slice(found + label.length, start).trim() !== '') return undefined;
  let place: Place = { depth: 0, quoted: false, escaped: false };
  for (let at = start; at < text.length; at += 1) {
    place = step(place, text.charAt(at));
    if (place.depth === 0) return text.slice(start, at + 1);
  }
  return undefined;
}
