import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { bureausNamed } from '../bureau/registry';
import { sitePlan } from '../lib/site-plan';

/** `cdk synth -c bureau=<id>`: the stack of one bureau; without it, of all. The deployment command adds which commit this is and which was deployed before. */
const { node } = new App();
const context = (name: string) => node.tryGetContext(name) as string | undefined;
const bureaus = bureausNamed(context('bureau'));

for (const { id, name, code, hotline, region, domain } of bureaus) {
  console.error(`yibao-${id}：${name}（${code}，咨询电话 ${hotline}）→ ${region}${domain ? `，${domain.name}，${domain.icpNumber ?? '无备案号'}` : ''}`);
}

sitePlan({ bureaus, bundles: join(__dirname, '../../functions/dist'), version: { now: context('version'), before: context('before') } });
