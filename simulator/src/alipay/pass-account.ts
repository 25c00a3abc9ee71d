/** The merchant, and the template that the simulated Alipay has from the beginning, as if the bureau had made it. */
export const PASS_ACCOUNT = { templateId: '2026112200000000000000001', partnerId: '2088000000000001' } as const;
