/** What a phone does for the web preview: the abilities that WeChat and Alipay give to a mini-program. */
interface PhoneOfPreview {
  readonly channel: 'weapp' | 'alipay';
  readonly scene?: string;
  login(): Promise<{ readonly code: string }>;
  realName(): Promise<{ readonly code: string } | { readonly cancelled: true }>;
  accountCode(): Promise<{ readonly code: string } | { readonly cancelled: true }>;
  face(task: import('@yibao/shared').FaceTask): Promise<{ readonly done: boolean }>;
  phoneNumber(): Promise<{ readonly packet: string } | { readonly cancelled: true }>;
}

interface Window {
  readonly phone: PhoneOfPreview;
}
