import { isCallback, isPlain, plainOf, type Callback, type Plain } from '../plain';
import { type Platform } from '../platform';

const OURS: Readonly<Record<string, unknown>> = { String, Number, Boolean, Object, Array };

/** The app's world has constructors of its own; the view knows ours. */
const ourType = (type: unknown): unknown => (isCallback(type) ? (OURS[type.name] ?? type) : type);

const property = (declared: unknown): unknown => {
  if (isCallback(declared)) return ourType(declared);
  if (!isPlain(declared)) return declared;
  const optional = declared['optionalTypes'];
  return { ...declared, type: ourType(declared['type']), ...(Array.isArray(optional) ? { optionalTypes: optional.map(ourType) } : {}) };
};

const properties = (declared: unknown): Plain => Object.fromEntries(Object.entries(plainOf(declared)).map(([name, value]) => [name, property(value)]));

/** Alipay's methods read `this.props`, which are the properties within data. */
const withProps = (method: unknown): Callback | undefined => {
  if (!isCallback(method)) return undefined;
  return function (this: Plain, ...given: unknown[]) {
    this['props'] = this['data'];
    return method.apply(this, given);
  };
};

const alipayProperties = (props: unknown): Plain =>
  Object.fromEntries(Object.entries(plainOf(props)).map(([name, value]) => [name, isPlain(value) && 'type' in value ? value : { type: null, value }]));

const defined = (fields: Plain): Plain => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** Alipay's component words (props, didMount, didUnmount) in WeChat's. */
const alipayComponent = ({ options, props, data, methods, didMount, didUnmount, ...rest }: Plain): Plain =>
  defined({ options, properties: alipayProperties(props ?? rest['properties']), data, methods: Object.fromEntries(Object.entries(plainOf(methods)).map(([name, method]) => [name, withProps(method)])), attached: withProps(didMount), detached: withProps(didUnmount) });

/** A definition that the view accepts, from what the app gave to Page() or Component(). */
export const viewDefinition = (given: unknown, kind: 'page' | 'component', platform: Platform): Plain => {
  const definition = kind === 'component' && platform === 'alipay' ? alipayComponent(plainOf(given)) : { ...plainOf(given) };
  return 'properties' in definition ? { ...definition, properties: properties(definition['properties']) } : definition;
};
