import { textIn } from '../wire/asked';
import { failure, success, type Method } from './gateway';

export type Template = Readonly<Record<string, unknown>>;

/** The names between dollar signs. */
export const placeholdersIn = (content: Template): readonly string[] => [...new Set([...JSON.stringify(content).matchAll(/\$(\w+)\$/g)].map(([, name]) => name!))];

const objectIn = (fields: Record<string, unknown>, name: string) => (typeof fields[name] === 'object' && fields[name] !== null ? (fields[name] as Record<string, unknown>) : undefined);

const wrongIn = (content: Record<string, unknown> | undefined) => {
  const inside = content && objectIn(content, 'content');
  if (!inside || textIn(content, 'logo') === '') return failure(40004, 'KP.AE_ALIPASS_PARAME_IS_NULL', '缺失必要属性tpl_content为空');
  const missing = ['evoucherInfo', 'merchant', 'platform', 'style', 'fileInfo'].find((part) => !objectIn(inside, part));
  return missing === undefined ? undefined : failure(40004, 'KP.AE_ALIPASS_PARAME_IS_NULL', `缺失必要属性${missing}为空`);
};

/** alipay.pass.template.add and .update. */
export function templateMethods(templates: Map<string, Template>, newId: () => string): Readonly<Record<string, Method>> {
  const names = new Set<string>();
  return {
    'alipay.pass.template.add': (_parameters, biz) => {
      const [name, content] = [textIn(biz, 'unique_id'), objectIn(biz, 'tpl_content')];
      if (name === '') return failure(40004, 'KP.AE_ALIPASS_PARAME_IS_NULL', '缺失必要属性unique_id为空');
      const wrong = wrongIn(content);
      if (wrong) return wrong;
      if (names.has(name)) return failure(40004, 'INVALID_PARAMETER', 'unique_id 重复');
      names.add(name);
      const tplId = newId();
      templates.set(tplId, content!);
      return success({ success: true, result: JSON.stringify({ tpl_id: tplId, tpl_params: placeholdersIn(content!) }) });
    },
    'alipay.pass.template.update': (_parameters, biz) => {
      const content = objectIn(biz, 'tpl_content');
      if (!templates.has(textIn(biz, 'tpl_id'))) return failure(40004, 'INVALID_PARAMETER', '模板不存在');
      const wrong = wrongIn(content);
      if (wrong) return wrong;
      templates.set(textIn(biz, 'tpl_id'), content!);
      return success({ success: true });
    },
  };
}
