import { READY_MADE } from '../persons/make-person';
import type { Stack } from './stack';

/** What a newcomer reads when everything stands: addresses, a test person, what to do. */
export function greeting({ web, api, outside, dataDir }: Stack): string {
  const { name, idNumber, story } = READY_MADE[0]!;
  return `
医保码已经就绪 Everything is up

  手机 Phone      ${web}/
  窗口 Counter    ${web}/counter
  收件箱 Inbox    ${web}/inbox　（短信、微信和支付宝的消息 what the phones receive）
  控制台 Control  ${web}/control　（故障、测试人的情况 faults and test persons）
  接口 API        ${api}　文档 OpenAPI ${web}/openapi.json
  外部 Outside    ${outside}　（模拟的微信、支付宝、短信、医保局 simulated platforms）
  数据 Data       ${dataDir}　（npm start -- --fresh 从头开始 starts over）

  测试人 Test person   ${name} ${idNumber}　${story}

  1. 打开“手机”，选测试人${name}，点“立即激活”，按提示做完；凭证密码可用 280915。
     Open the phone page, choose the test person, activate; 280915 will do as the PIN.
  2. 打开“窗口”，用摄像头扫、输入28位数字，或拖入二维码截图；看到解码结果。
     Open the counter and scan the code: camera, the 28 digits, or a picture of it.
  3. 再扫一次同一个码：会被拒绝，因为每个码只能用一次。
     Scan the same code again: it is refused, a code is used once.

  手机丢了，由热线解绑（一人申请，另一人审批；身份证号在提示后输入）：
     npm run desk -- lookup T20261122-001 --reason lost-phone --as op1001
     npm run desk -- request T20261122-001 --unbind all --reason lost-phone --checks called-back,recent-use --as op1001
     npm run desk -- approve T20261122-001 --as op1002

  更多测试人 More persons: npm run qa -- person --list　　按 Ctrl-C 停止 Ctrl-C stops
`;
}
