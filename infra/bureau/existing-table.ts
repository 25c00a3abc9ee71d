import * as z from 'zod';

/** 12 digits are the account. */
const KEY_ARN = /^arn:aws(-cn)?:kms:[a-z0-9-]+:\d{12}:key\/[0-9a-f-]{36}$/;

export const keyArn = (what: string) => z.string(`请填写${what}`).regex(KEY_ARN, `${what} 写法如 arn:aws-cn:kms:cn-north-1:账号:key/编号`);

/** A table that is there already, such as one restored from a backup, with everything that belongs to it: the deployment makes none of these anew. */
export const ExistingTable = z.strictObject(
  {
    name: z.string('请填写已有的表名').regex(/^[\w.-]{3,255}$/, '已有的表名为3到255个字母、数字或 _.-'),
    /** CloudFormation cannot look it up: it has the moment in it at which the stream was switched on. */
    streamArn: z
      .string('请填写表的流的 ARN')
      .regex(/^arn:aws(-cn)?:dynamodb:[a-z0-9-]+:\d{12}:table\/[\w.-]{3,255}\/stream\/[\dT:.-]+$/, '流的 ARN 写法如 arn:aws-cn:dynamodb:cn-north-1:账号:table/表名/stream/2026-11-22T03:00:00.000'),
    /** Encrypts the table where it lies. */
    keyArn: keyArn('表的加密密钥的 ARN'),
    /** Wraps the data keys: `KeyProvider` of the deployment that wrote the rows, without `kms:`. Another one opens nothing. */
    dataKeyArn: keyArn('主密钥的 ARN'),
  },
  '请填写已有的表的名称、流和两把密钥',
);

export type ExistingTable = z.output<typeof ExistingTable>;
