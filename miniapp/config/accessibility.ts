/** Taro writes no accessibility attribute into its templates unless it is told to; the platforms name them differently. */
const STATES = ['aria-label', 'aria-hidden', 'aria-disabled', 'aria-checked', 'aria-live'];

const roleOf = (platform: string) => (platform === 'weapp' ? 'aria-role' : 'role');

export function accessibleComponents(platform: string) {
  const attributes = Object.fromEntries([roleOf(platform), ...STATES].map((name) => [name, '']));
  return Object.fromEntries(['View', 'Text', 'Image', 'Button', 'Input'].map((component) => [component, attributes]));
}

const camel = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The component properties that become these attributes: DOM names on h5, camel case in the mini-programs. */
export function accessibilityProps(platform: string) {
  const written = (name: string) => (platform === 'h5' ? name : camel(name));
  return {
    role: written(roleOf(platform)),
    label: written('aria-label'),
    hidden: written('aria-hidden'),
    disabled: written('aria-disabled'),
    checked: written('aria-checked'),
    live: written('aria-live'),
  };
}
