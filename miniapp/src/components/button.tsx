import { Button as NativeButton } from '@tarojs/components';
import { a11y } from './a11y';
import './button.scss';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly look?: 'main' | 'second' | 'plain' | 'onColour';
  /** Being done: says so instead of the label and takes no second tap. */
  readonly busy?: string | undefined;
  readonly disabled?: boolean;
  readonly onClick?: () => void;
  readonly openType?: 'getAuthorize';
  readonly scope?: 'phoneNumber';
  readonly onGetAuthorize?: () => void;
  readonly onError?: () => void;
}

/** The platform's own `disabled` is not used: it paints over our colours and hides the button from screen readers. */
export function Button({ id, label, look = 'main', busy, disabled = false, onClick, ...platform }: Props) {
  const idle = disabled || busy !== undefined;
  const abilities = idle ? {} : platform;
  return (
    <NativeButton
      id={id}
      className={`button button--${look} ${disabled ? 'button--disabled' : ''}`}
      hoverClass={idle ? 'none' : 'button--pressed'}
      {...a11y('button', busy ?? label, { disabled: idle ? 'true' : 'false' })}
      {...(abilities as object)}
      {...(idle || !onClick ? {} : { onClick })}
    >
      {busy ?? label}
    </NativeButton>
  );
}
