/** The properties that carry role, name and state of an element to the screen reader of the platform. */
type Said = Partial<Record<keyof typeof A11Y_PROPS, string>>;

/** Role and name, and where they matter the states (`{ checked: 'true' }`). */
export function a11y(role: string, label?: string, states: Omit<Said, 'role' | 'label'> = {}): Record<string, string> {
  const said: Said = { role, ...(label === undefined ? {} : { label }), ...states };
  return Object.fromEntries(Object.entries(said).map(([name, value]) => [A11Y_PROPS[name as keyof Said], value]));
}

/** For what only decorates. */
export const unsaid = () => ({ [A11Y_PROPS.hidden]: 'true' });

/** An element may go without an id, but not with an empty one. */
export const named = (id: string | undefined) => (id === undefined ? {} : { id });
