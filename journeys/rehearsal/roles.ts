import type { Statement } from './decision';
import { listOf, ofType, targetOf, type Template } from './template';
import type { Resolve } from './values';

/** Everything that the role of a function is allowed. */
export function statementsOf(template: Template, functionId: string, resolve: Resolve): readonly Statement[] {
  const role = targetOf(template.Resources[functionId]!.Properties['Role']);
  const policies = ofType(template, 'AWS::IAM::Policy').filter(([, { Properties }]) => listOf(Properties['Roles']).some((each) => targetOf(each) === role));
  return policies.flatMap(([, { Properties }]) => (resolve(Properties['PolicyDocument']) as { Statement: Statement[] }).Statement);
}
