import type { People } from '../persons/people';
import type { Person } from '../persons/person';
import { fieldsOf, textIn } from '../wire/asked';
import type { AlipayAccount } from './alipay-crypto';
import { failure, success, type Method, type Node } from './gateway';
import { PASS_ACCOUNT } from './pass-account';
import { placeholdersIn, type Template, templateMethods } from './pass-template';

/** A pass in somebody's 卡包. */
export interface Pass {
  readonly person: string;
  readonly serialNumber: string;
  readonly passId: string;
  parameters: Readonly<Record<string, unknown>>;
  status: 'ACTIVE' | 'USED' | 'CLOSED';
}

export interface Passes {
  readonly methods: Readonly<Record<string, Method>>;
  /** my.openTicketDetail: whether the pass could be shown. */
  open(person: Person, asked: { partnerId: string; serialNumber: string }): boolean;
  wallet(person: Person): readonly Pass[];
}

const MISSING = (name: string) => failure(40004, 'KP.AE_ALIPASS_PARAME_IS_NULL', `缺失必要属性${name}为空`);
const ABSENT = failure(40004, 'KP.AE_ALIPASS_NOTEXIST', '卡券不存在');
const WRONG_CHANNEL = failure(40004, 'KP.AE_ALIPASS_APPID_NOSUPPORT', '该AppId不支持');

/** Parameters come as an object, or as its JSON text. */
const parametersIn = (biz: Record<string, unknown>, name: string): Record<string, unknown> =>
  typeof biz[name] === 'object' && biz[name] !== null ? (biz[name] as Record<string, unknown>) : fieldsOf(textIn(biz, name));

const DEFAULT: Template = { content: '$serialNumber$ $channelID$ $holder$ $region$ $useStateDesc$' };

function wrongIn(template: Template | undefined, parameters: Record<string, unknown>, appId: string): Node | undefined {
  if (!template) return failure(40004, 'INVALID_PARAMETER', '模板不存在');
  const missing = placeholdersIn(template).find((name) => !parameters[name]);
  if (missing !== undefined) return MISSING(missing);
  return parameters['channelID'] === appId ? undefined : WRONG_CHANNEL;
}

/** 支付宝卡包 (alipass): templates, and passes made from them. */
export function passes({ appId }: AlipayAccount, people: People, newId: () => string): Passes {
  const templates = new Map<string, Template>([[PASS_ACCOUNT.templateId, DEFAULT]]);
  const all = new Map<string, Pass>();
  return {
    methods: {
      ...templateMethods(templates, newId),
      'alipay.pass.instance.add': (_parameters, biz) => {
        const parameters = parametersIn(biz, 'tpl_params');
        const wrong = wrongIn(templates.get(textIn(biz, 'tpl_id')), parameters, appId);
        if (wrong) return wrong;
        if (biz['recognition_type'] !== '2') return WRONG_CHANNEL;
        const owner = people.byOpenId('alipay', textIn(parametersIn(biz, 'recognition_info'), 'open_id'));
        if (!owner) return failure(40004, 'INVALID_PARAMETER', '用户不存在');
        const serialNumber = textIn(parameters, 'serialNumber');
        if (all.has(serialNumber)) return failure(40004, 'INVALID_PARAMETER', 'serialNumber 重复');
        const pass: Pass = { person: owner.id, serialNumber, passId: newId(), parameters, status: 'ACTIVE' };
        all.set(serialNumber, pass);
        return success({ success: true, result: JSON.stringify({ passId: pass.passId, serialNumber }) });
      },
      'alipay.pass.instance.update': (_parameters, biz) => {
        if (textIn(biz, 'serial_number') === '') return MISSING('serial_number');
        if (biz['channel_id'] !== appId) return ABSENT;
        const pass = all.get(textIn(biz, 'serial_number'));
        if (!pass) return ABSENT;
        if (biz['status'] !== undefined && biz['status'] !== 'USED' && biz['status'] !== 'CLOSED') return failure(40004, 'INVALID_PARAMETER', 'status 不正确');
        pass.parameters = { ...pass.parameters, ...parametersIn(biz, 'tpl_params') };
        if (biz['status'] !== undefined) pass.status = biz['status'];
        return success({ success: true });
      },
    },
    open: (person, { partnerId, serialNumber }) => partnerId === PASS_ACCOUNT.partnerId && all.get(serialNumber)?.person === person.id && all.get(serialNumber)?.status !== 'CLOSED',
    wallet: (person) => [...all.values()].filter((pass) => pass.person === person.id && pass.status !== 'CLOSED'),
  };
}
