import { matches, type Statement } from './decision';
import type { Decision } from './checkpoint';
import { listOf, ofType, type Resource, roomOf, targetOf, type Template } from './template';

/** Something that the template lets a function do: all of it, or with rows of one kind. */
export interface Right {
  readonly runner: string;
  readonly action: string;
  readonly keys?: string;
}

const LIKE = 'ForAllValues:StringLike';
const LEADING = 'dynamodb:LeadingKeys';

const keysOf = ({ Condition }: Statement): readonly string[] => listOf(Condition?.[LIKE]?.[LEADING] ?? []);

/** What is left of a statement without the right. */
function left(statement: Statement, { action, keys }: Right): Statement[] {
  const actions = listOf(statement.Action);
  if (!actions.includes(action) || (keys !== undefined && !keysOf(statement).includes(keys))) return [statement];
  const others = actions.filter((each) => each !== action);
  const otherKeys = keys === undefined ? [] : keysOf(statement).filter((each) => each !== keys);
  return [
    ...(others.length > 0 ? [{ ...statement, Action: others }] : []),
    ...(otherKeys.length > 0 ? [{ ...statement, Action: action, Condition: { [LIKE]: { [LEADING]: otherKeys } } }] : []),
  ];
}

const roleOf = (template: Template, runner: string) => {
  const [, resource] = ofType(template, 'AWS::Lambda::Function').find(([id]) => roomOf(template, id) === runner)!;
  return targetOf(resource.Properties['Role']);
};

const isOf = (role: string, { Type, Properties }: Resource) => Type === 'AWS::IAM::Policy' && listOf(Properties['Roles']).some((each) => targetOf(each) === role);

/** The template without this right. Throws where it was not there, so that a list of rights cannot grow old. */
export function without(template: Template, right: Right): Template {
  const role = roleOf(template, right.runner);
  const lessened = (resource: Resource): Resource => {
    if (!isOf(role, resource)) return resource;
    const document = resource.Properties['PolicyDocument'] as { Statement: Statement[] };
    return { ...resource, Properties: { ...resource.Properties, PolicyDocument: { ...document, Statement: document.Statement.flatMap((each) => left(each, right)) } } };
  };
  const Resources = Object.fromEntries(Object.entries(template.Resources).map(([id, resource]) => [id, lessened(resource)]));
  if (JSON.stringify(Resources) === JSON.stringify(template.Resources)) throw new Error(`${right.runner} has no right ${right.action} ${right.keys ?? ''}`);
  return { ...template, Resources };
}

/** Every right of a role, one for each action and kind of rows. */
export const rightsOf = (runner: string, statements: readonly Statement[]): readonly Right[] =>
  statements.flatMap((statement) => listOf(statement.Action).flatMap((action) => (keysOf(statement).length > 0 ? keysOf(statement).map((keys) => ({ runner, action, keys })) : [{ runner, action }])));

/** Whether a call that was allowed made use of a right. */
export const uses = ({ runner, asked }: Pick<Decision, 'runner' | 'asked'>, right: Right): boolean =>
  runner === right.runner && asked.action === right.action && (right.keys === undefined || (asked.context[LEADING] ?? []).some((key) => matches(right.keys!, key)));

