import { Button } from '../../components/button';
import { Card, Words } from '../../components/page';
import { phone as text } from '../../copy/phone';

interface Props {
  readonly phone: string;
  readonly busy: string | undefined;
  readonly onChange: () => void;
  readonly onOther: () => void;
}

/** The code came back; only the person's own confirmation is missing. */
export const Proven = ({ phone, busy, onChange, onOther }: Props) => (
  <Card>
    <Words look="title">{text.provenTitle}</Words>
    <Words>{text.provenBody(phone)}</Words>
    <Button id="change-phone" label={text.change} busy={busy} onClick={onChange} />
    <Button id="other-number" look="plain" label={text.other} onClick={onOther} />
  </Card>
);
