import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { bureausNamed } from '../bureaus/all';
import { sitePlan } from '../lib/site-plan';

const bundles = join(__dirname, '../../functions/dist');
const chosen = new App().node.tryGetContext('bureau') as string | undefined;

sitePlan({ bureaus: bureausNamed(chosen), bundles });
