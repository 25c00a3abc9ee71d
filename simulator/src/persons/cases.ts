import type { Face, Insurance } from './person';

/** Who a test person is, before numbers are given out. */
export interface Case {
  readonly story: string;
  readonly name: string;
  readonly birth: string;
  readonly woman?: true;
  readonly insured: readonly Insurance[];
  readonly face?: Face;
  /** Whose real name the pay accounts carry; the person's own unless told. */
  readonly account?: 'nobody' | 'a relative';
  readonly bureauName?: string;
}

const insurance = (region: string, row: Partial<Insurance> = {}): Insurance => ({ region, insutype: '310', psnType: '1101', status: '1', months: 98, ...row });
const RESIDENT = { insutype: '390', psnType: '1501', months: 60 } as const;
const JINAN = [insurance('370100')];

/** One case for each way that an activation can go. */
export const CASES = {
  ok: { story: '济南在职职工，一切正常，可以顺利激活。', name: '陈安宁', birth: '1990-03-07', woman: true, insured: JINAN },
  retired: { story: '济南退休职工，有个人账户。', name: '赵福生', birth: '1957-09-21', insured: [insurance('370100', { psnType: '1201', months: 420 })] },
  resident: { story: '青岛城乡居民参保，没有个人账户。', name: '孙玉兰', birth: '1978-11-02', woman: true, insured: [insurance('370200', RESIDENT)] },
  'two-regions': { story: '济南职工、青岛居民两处参保，激活时要选参保地。', name: '周同', birth: '1985-06-15', insured: [insurance('370100'), insurance('370200', RESIDENT)] },
  closed: { story: '参保地菏泽还没有开通医保码。', name: '吴启明', birth: '1988-01-19', insured: [insurance('371700')] },
  unsynced: { story: '刚办完参保，信息还没有同步到医保局。', name: '郑初雪', birth: '1999-12-05', woman: true, insured: [] },
  duplicate: { story: '换过工作，医保局有两份参保记录要合并。', name: '王双', birth: '1982-04-30', insured: [insurance('370100'), insurance('370200', { otherPersonNumber: true })] },
  'too-new': { story: '在莆田参保才两个月，莆田要求满6个月。', name: '冯新', birth: '2001-08-08', insured: [insurance('350300', { months: 2 })] },
  suspended: { story: '济南职工，停缴中：能激活，待遇暂停。', name: '蒋平', birth: '1979-02-14', insured: [insurance('370100', { status: '2' })] },
  'under-16': { story: '小学生，未满16周岁，应由父母在家人里添加。', name: '沈小禾', birth: '2014-05-20', woman: true, insured: [insurance('370100', { insutype: '390', psnType: '1403', months: 40 })] },
  'no-photo': { story: '公安系统里没有照片，刷脸无法比对。', name: '韩无影', birth: '1993-07-11', insured: JINAN, face: 'no photo' },
  'face-light': { story: '第一次刷脸光线不够，换个地方就能通过。', name: '杨曦', birth: '1996-10-01', woman: true, insured: JINAN, face: 'light first' },
  'face-network': { story: '第一次刷脸网络不稳，再试一次就能通过。', name: '朱远', birth: '1991-05-23', insured: JINAN, face: 'network first' },
  'face-unsupported': { story: '手机不支持刷脸，要换手机或到窗口办理。', name: '秦守拙', birth: '1960-03-03', insured: JINAN, face: 'unsupported' },
  mismatch: { story: '刷脸的不是本人：别人拿着手机。', name: '尤真', birth: '1987-12-25', woman: true, insured: JINAN, face: 'another face' },
  borrowed: { story: '用的是家人的微信和支付宝，实名不是本人。', name: '许桂芳', birth: '1950-06-06', woman: true, insured: [insurance('370100', { psnType: '1201', months: 480 })], account: 'a relative' },
  'no-realname': { story: '微信和支付宝都没有实名认证。', name: '何未', birth: '2003-09-09', insured: JINAN, account: 'nobody' },
  renamed: { story: '改过名字，医保局登记的还是旧名。', name: '吕新生', birth: '1984-08-18', insured: JINAN, bureauName: '吕旧名' },
} as const satisfies Record<string, Case>;

export type CaseName = keyof typeof CASES;
