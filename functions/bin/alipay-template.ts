import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { secretAt } from '../src/aws/secret';
import { AlipayConfig, alipayKeys } from '../src/upstream/alipay-keys';
import { passTemplatesAt } from '../src/upstream/alipay-pass-template';

const Words = z.tuple([z.string(), z.string(), z.string(), z.string(), z.string()]);
const USAGE = 'npm run alipay:template -- <平台密钥 file:///… 或 arn:…> <logo https://…> <strip https://…> <医保局名称> <热线>';

/** `npm run alipay:template`: makes the template of the passes in 支付宝卡包, or brings the one that the platform secret names up to date. */
async function main(words: readonly string[]): Promise<void> {
  const read = Words.safeParse(words);
  if (!read.success) throw new Error(USAGE);
  const [secret, logo, strip, bureau, hotline] = read.data;
  const { alipay: config } = z.object({ alipay: AlipayConfig }).parse(await secretAt(secret));
  const templates = passTemplatesAt({ config, keys: alipayKeys(config), needs: { fetch, now: () => new Date() } });
  const text = { logo, strip, bureau, hotline };
  if (config.pass) await templates.update(config.pass.templateId, text);
  const templateId = config.pass?.templateId ?? (await templates.add(randomBytes(16).toString('hex'), text));
  console.log(`alipay.pass.templateId ${templateId}`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
