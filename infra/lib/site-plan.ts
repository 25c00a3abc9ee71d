import { App, type AppProps, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import type { Bureau } from '../bureau/bureau';
import { copiesRegionOf, CopiesStack } from './copies-stack';
import { BureauStack, type Version } from './bureau-stack';

interface Props {
  readonly bureaus: readonly Bureau[];
  readonly bundles: string;
  readonly version?: Version;
  readonly app?: AppProps;
}

/** One stack for each bureau; every finding of cdk-nag that is not acknowledged beside its construct, with a reason, stops the synthesis. */
export function sitePlan({ bureaus, bundles, version, app: props }: Props): { app: App; stacks: readonly BureauStack[] } {
  const app = new App(props);
  const stacks = bureaus.map((bureau) => {
    const region = copiesRegionOf(bureau);
    const stack = new BureauStack(app, { bureau, bundles, version });
    if (region !== undefined) stack.addStackDependency(new CopiesStack(app, { bureau, region }));
    return stack;
  });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  return { app, stacks };
}
