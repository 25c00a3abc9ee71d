import * as z from 'zod';

/** A domain of the bureau, its certificate in ACM and its record with the authorities (ICP备案). */
export const Domain = z.strictObject(
  {
    name: z.string('请填写域名').regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, '域名写法如 ybm.example.cn'),
    certificateArn: z.string('请填写证书 ARN').regex(/^arn:aws(-cn)?:acm:[a-z0-9-]+:\d{12}:certificate\/[0-9a-f-]{36}$/, '证书 ARN 写法如 arn:aws-cn:acm:cn-north-1:账号:certificate/编号'),
    icpNumber: z
      .string('请填写备案号')
      .regex(/^\p{Script=Han}ICP备\d{5,14}号(-\d{1,3})?$/u, '备案号写法如 鲁ICP备2026000000号-1')
      .optional(),
  },
  '请填写域名、证书和备案号',
);

export type Domain = z.output<typeof Domain>;
