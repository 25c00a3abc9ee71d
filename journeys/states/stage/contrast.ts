// Runs inside the browser: how well text stands out from what is behind it, by WCAG 2.2 (1.4.3).

type Channels = readonly [number, number, number];

interface Colour {
  readonly channels: Channels;
  readonly alpha: number;
}

const WHITE: Channels = [255, 255, 255];
const LEAST = { usual: 4.5, large: 3 };
/** 18 pt and bold 14 pt, in pixels. */
const LARGE = { usual: 24, bold: 18.66 };
const BOLD = 700;

const colourOf = (text: string): Colour => {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
  return { channels: [red, green, blue], alpha };
};

const over = ({ channels, alpha }: Colour, below: Channels): Channels => {
  const mixed = (at: 0 | 1 | 2) => channels[at] * alpha + below[at] * (1 - alpha);
  return [mixed(0), mixed(1), mixed(2)];
};

const linear = (value: number): number => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);

const luminance = ([red, green, blue]: Channels): number => 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

const ratio = (one: Channels, other: Channels): number => {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
};

/** All colours that lie behind an element: of a gradient, each of its stops. */
const behind = (element: Element | null): Channels[] => {
  if (element === null) return [WHITE];
  const { backgroundColor, backgroundImage } = getComputedStyle(element);
  const stops = backgroundImage.match(/rgba?\([^)]*\)/g);
  if (stops !== null) return stops.map((stop) => over(colourOf(stop), WHITE));
  const colour = colourOf(backgroundColor);
  return colour.alpha === 1 ? [colour.channels] : behind(element.parentElement).map((below) => over(colour, below));
};

const opacityOf = (element: Element | null): number => (element === null ? 1 : Number(getComputedStyle(element).opacity) * opacityOf(element.parentElement));

/** The contrast of an element's text where it is worst. */
export const contrastOf = (element: Element): number => {
  const { channels, alpha } = colourOf(getComputedStyle(element).color);
  return Math.min(...behind(element).map((ground) => ratio(over({ channels, alpha: alpha * opacityOf(element) }, ground), ground)));
};

export const isFaint = (element: Element): boolean => {
  const { fontSize, fontWeight } = getComputedStyle(element);
  const isLarge = parseFloat(fontSize) >= (Number(fontWeight) >= BOLD ? LARGE.bold : LARGE.usual);
  return contrastOf(element) < (isLarge ? LEAST.large : LEAST.usual);
};
