import { type Platform } from '../platform';
import { isPlain, plainOf, textOf, type Plain } from '../plain';
import { ancestors, truthy, walk, type ViewNode } from '../view/node';
import { isAbility } from '../view/vocabulary';
import { formValues, toggled, up } from './form';

/** What the native controls need from the program. */
export interface ControlNeeds {
  readonly platform: Platform;
  /** The reply of a person to an open-type button, as its event's detail. */
  readonly openType: (name: string, button: ViewNode) => Promise<Plain>;
  /** Hears of an ability that the platform does not have. */
  readonly unknown: (openType: string) => void;
  readonly share: (button: ViewNode) => void;
  readonly idle: () => Promise<void>;
  readonly tap: (node: ViewNode) => Promise<void>;
}

type Control = (node: ViewNode, needs: ControlNeeds, tapped: ViewNode) => Promise<void>;

const change = async (node: ViewNode, value: unknown, { idle }: ControlNeeds): Promise<void> => {
  node.fire('change', { value });
  await idle();
};

/** Alipay's open-type events keep their capitals; WeChat's names are lower case. */
const eventName = (openType: string, platform: Platform): string => (platform === 'weapp' ? openType.toLowerCase() : openType);

const openTypeOf = async (button: ViewNode, needs: ControlNeeds): Promise<void> => {
  const openType = textOf(button.attribute('open-type'));
  if (openType === '') return;
  if (!isAbility(openType, needs.platform)) needs.unknown(openType);
  else if (openType === 'share') needs.share(button);
  else button.fire(eventName(openType, needs.platform), await needs.openType(openType, button));
  await needs.idle();
};

const press: Control = async (button, needs) => {
  const form = up(button, 'form');
  const formType = textOf(button.attribute('form-type')).toLowerCase();
  if (form !== undefined && formType === 'submit') form.fire('submit', { value: formValues(form), formId: '' });
  if (form !== undefined && formType === 'reset') form.fire('reset', {});
  await needs.idle();
  await openTypeOf(button, needs);
};

const tick: Control = async (box, needs) => {
  const group = up(box, 'checkbox-group');
  const values = toggled(box);
  if (group === undefined) await change(box, values.includes(textOf(box.attribute('value'))), needs);
  else await change(group, values, needs);
};

/** A label passes the tap on to its first control. */
const label: Control = async (node, needs, tapped) => {
  const control = [...walk(node)].find((inner) => ['switch', 'checkbox', 'radio', 'button'].includes(inner.tag));
  if (control !== undefined && ![...ancestors(tapped)].includes(control)) await needs.tap(control);
};

const CONTROLS: Readonly<Record<string, Control>> = {
  button: press,
  checkbox: tick,
  label,
  radio: async (node, needs) => change(up(node, 'radio-group') ?? node, node.attribute('value'), needs),
  switch: async (node, needs) => change(node, !truthy(node.attribute('checked')), needs),
};

const refusesTaps = (node: ViewNode): boolean => node.tag in CONTROLS && (truthy(node.attribute('disabled')) || node.attribute('aria-disabled') === 'true');

/** A button, box or switch that is disabled, or says that it is, takes no tap. */
export const disabled = (node: ViewNode): boolean => [...ancestors(node)].some(refusesTaps);

/** What the native client does after a tap: the innermost control on the way up acts. */
export const actOnTap = async (tapped: ViewNode, needs: ControlNeeds): Promise<void> => {
  for (const node of ancestors(tapped)) {
    const control = CONTROLS[node.tag];
    if (control === undefined) continue;
    await control(node, needs, tapped);
    return;
  }
};

/** Replies to open-type buttons: scripted as `open-type:NAME`, otherwise the platform says that the user let it. */
export const openTypeDetail = (reply: unknown, name: string): Plain => (isPlain(reply) ? reply : { errMsg: `${name}:ok`, ...plainOf(reply) });
