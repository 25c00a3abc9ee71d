import * as z from 'zod/mini';

/** What an operator of the desk may do; one person may have several. Requesting and approving one case always takes two persons. */
export const OPERATOR_ROLES = {
  lookup: '查询',
  request: '申请解绑',
  approve: '审批',
  'complete-activation': '窗口核对',
  'answer-tickets': '处理反馈',
} as const;

export type OperatorRole = keyof typeof OPERATOR_ROLES;

const roles = Object.keys(OPERATOR_ROLES) as OperatorRole[];
export const OperatorRole = z.enum(roles, `权限应为 ${roles.join('、')}`);

/** The number of an operator (工号), as it appears in cases and in the audit trail. */
export const OperatorId = z.string().check(z.regex(/^[a-z0-9]{2,32}$/, '工号应为2到32位小写字母或数字'));
