import { Text, View } from '@tarojs/components';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { Words } from '../../components/page';
import { phoneSteps as text } from '../../copy/phone';
import { open } from '../../platform/navigate';
import { phoneNumberButton } from '../../platform/phone-number';
import { GuideStep } from './guide-step';
import type { Account } from './use-account';
import './phone.scss';

interface Steps {
  readonly account: boolean;
  readonly unbound: boolean;
  readonly activated: boolean;
}

interface Props {
  readonly steps: Steps;
  /** The number that the account has now, as far as it was seen. */
  readonly to: string | undefined;
  readonly account: Account;
}

/** The path through Alipay's own pages. */
const Way = () => (
  <View className="phone__way">
    {text.account.way.map((place, at) => (
      <Text key={place} className="phone__place">
        {at === text.account.way.length - 1 ? place : `${place} ›`}
      </Text>
    ))}
  </View>
);

const AccountStep = ({ to, account }: Pick<Props, 'to' | 'account'>) => (
  <>
    <Words>{text.account.body}</Words>
    <Way />
    {account.isSame && to !== undefined ? <Notice id="same-number" tone="warn" title={text.same(to)} body={text.sameBody} /> : null}
    {account.without ? <Notice id="number-cancelled" tone="info" title={text.cancelled} body={text.cancelledBody} /> : null}
    <Button id="check-account" label={text.account.check} busy={account.busy ? text.account.checkBusy : undefined} {...phoneNumberButton(account.look)} />
  </>
);

export const GuideSteps = ({ steps: { account: first, unbound: second }, to, account }: Props) => (
  <>
    <Words>{text.intro}</Words>
    <Words id="guide-progress" look="strong" after>
      {text.progress(Number(first) + Number(second))}
    </Words>
    <GuideStep id="guide-account" picture="account" title={text.account.title} state={first ? 'done' : 'now'} fact={first && to !== undefined ? text.account.seen(to) : undefined}>
      <AccountStep to={to} account={account} />
    </GuideStep>
    <GuideStep id="guide-unbind" picture="unbind" title={text.unbind.title} state={second ? 'done' : first ? 'now' : 'later'}>
      <Words>{text.unbind.body}</Words>
      <Button id="go-unbind" label={text.unbind.go} onClick={() => open('/pages/binding/binding')} />
    </GuideStep>
    <GuideStep id="guide-activate" picture="activate" title={text.activate.title} state={first && second ? 'now' : 'later'}>
      <Words>{text.activate.body}</Words>
      <Button id="go-activate" label={text.activate.go} onClick={() => open('/pages/activation/activation')} />
    </GuideStep>
  </>
);
