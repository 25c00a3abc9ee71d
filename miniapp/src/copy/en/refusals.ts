import type { RefusalCode } from '@yibao/shared';

/** Said at the counters and at the desk of the bureau only, which read Chinese. */
type Elsewhere =
  | `CASE_${string}`
  | `CODE_${string}`
  | `TICKET_${string}`
  | 'FACE_NOT_WAITING'
  | 'INSTITUTION_UNKNOWN'
  | 'LOOKUP_TOO_MANY'
  | 'MESSAGE_NOT_GENUINE'
  | 'NOTHING_TO_UNBIND'
  | 'NOTICE_NOT_TAKEN'
  | 'OPERATOR_REQUIRED'
  | 'ROLE_MISSING';

const card = 'If it is urgent, use your social security card or ID card.';
const office = 'or take your ID card to the medical insurance office';

/** What a person reads on the phone; words in braces are filled from the refusal’s details. */
export const refusals: Readonly<Record<Exclude<RefusalCode, Elsewhere>, { readonly title: string; readonly remedy: string }>> = {
  REQUEST_UNREADABLE: { title: 'We could not read the request', remedy: 'Update to the newest version and try again.' },
  REQUEST_MALFORMED: { title: 'Something needs correcting', remedy: 'Change what is marked and send again. What you entered is still there.' },
  REQUEST_TOO_LARGE: { title: 'The text is too long', remedy: 'Make it shorter and try again.' },
  ENDPOINT_UNKNOWN: { title: 'This page is gone', remedy: 'The link may have expired. Go to the home page.' },
  SESSION_REQUIRED: { title: 'You were signed out', remedy: 'We sign you out after a while without use. Continue to sign in again.' },
  STEP_UP_REQUIRED: { title: 'Please confirm that it is you', remedy: 'Enter your PIN or check your face, then continue.' },
  RATE_LIMITED: { title: 'That was a bit fast', remedy: 'Try again in {seconds} seconds.' },
  CHANGED_MEANWHILE: { title: 'Something else just changed', remedy: 'Please try once more.' },
  UPSTREAM_BUSY: { title: 'Another system is busy', remedy: `Your steps are saved. Try again in a while. ${card}` },
  INTERNAL: { title: 'The service has a problem', remedy: 'You did nothing wrong, and we have been told. If it is urgent, pay with your social security card.' },
  OFFLINE: { title: 'Your phone is offline', remedy: 'Turn on mobile data or Wi-Fi and try again. What you entered is still there.' },
  TIMEOUT: { title: 'The network is slow', remedy: 'No answer after 10 seconds. It is safe to try again.' },

  PRIVACY_REQUIRED: { title: 'Please accept the privacy notice first', remedy: 'This step needs it. To see it again, wait 10 seconds. Without it you can still see which regions are open, and use your card as before.' },
  ABILITY_UNDECLARED: { title: 'This is not available yet', remedy: 'You did nothing wrong. Use another way, or call the hotline.' },
  CAMERA_DENIED: { title: 'Camera access is off', remedy: 'The face check needs camera and microphone. Allow them for {platform} in the settings of the phone and come back.' },
  HOST_TOO_OLD: { title: '{platform} is too old', remedy: 'Update {platform} and open this again.' },
  PLATFORM_FAILED: { title: '{platform} did not finish this step', remedy: 'Try again. If it still fails, update {platform}.' },

  PLATFORM_CODE_REJECTED: { title: 'Sign-in did not work', remedy: 'Close the mini-program, open it again and retry.' },
  ID_CANCELLED: { title: 'Identity not verified yet', remedy: 'You cancelled it. It only confirms that it is you. No money is taken.' },
  ID_CODE_REJECTED: { title: 'The verification has expired', remedy: 'It works only once. Please verify again.' },
  ID_NO_REALNAME: { title: '{platform} has not verified your name', remedy: 'Verify your name there first, then come back.' },
  ID_MISMATCH: { title: 'Name and ID number do not match', remedy: 'They differ from the record of {platform}. If you changed your name or ID card, tell the medical insurance office first.' },

  STEP_OUT_OF_ORDER: { title: 'This step comes later', remedy: 'Continue from where you stopped.' },
  AGREEMENT_OUTDATED: { title: 'The agreement has changed', remedy: 'Read the new text, then decide whether to agree.' },
  INSURED_NOT_FOUND: { title: 'We found no insurance record', remedy: 'It may not have reached us yet. Contact the office of your insured region (phone {hotline}).' },
  INSURED_TOO_NEW: { title: 'You can activate after {months} months', remedy: 'You are insured since {since} and can activate from {from}.' },
  RECORD_DUPLICATE: { title: 'You have two insurance records', remedy: 'The office of your insured region has to merge them first (phone {hotline}).' },
  UNDER_AGE: { title: 'Under 16, a parent does this', remedy: 'Ask a parent to add you under family.' },
  FACE_CONSENT_REQUIRED: { title: 'The face check needs your consent', remedy: `Read the notice first, ${office}. The benefits are the same.` },
  FACE_CANCELLED: { title: 'Face check not finished', remedy: 'Start again when you are ready.' },
  FACE_LIGHT: { title: 'It was too dark', remedy: 'Go where it is brighter and keep your whole face in the frame.' },
  FACE_NETWORK: { title: 'The network was unsteady', remedy: 'Try again where the signal is good.' },
  FACE_NO_PHOTO: { title: 'The police have no photo of you', remedy: 'It is not your mistake. Ask us for a check by staff, or update your photo at a police station.' },
  FACE_MISMATCH: { title: 'The face did not match', remedy: 'The insured person has to do the face check.' },
  FACE_TOO_MANY: { title: 'No face checks left today', remedy: `Try again after midnight, ${office}.` },
  FACE_UNSUPPORTED: { title: 'This phone cannot check faces', remedy: `Use another phone, ${office}.` },
  REGION_NOT_OPEN: { title: '{region} does not offer it yet', remedy: 'Please wait until your insured region opens. Until then use your social security card or ID card.' },
  REGION_NOT_YOURS: { title: 'You are not insured here', remedy: 'Choose one of the regions we found.' },
  PHONE_PACKET_REJECTED: { title: 'We did not get your number', remedy: 'Tap again and agree to share it.' },
  PHONE_SAME: { title: 'This is your number already', remedy: 'Enter another number.' },
  PHONE_TAKEN: { title: 'This number belongs to someone else', remedy: 'A number can be bound to one person. Use another, or contact the office if it is yours.' },
  PHONE_FOREIGN: { title: 'Mainland China numbers only', remedy: 'Enter an 11-digit number of mainland China.' },
  PHONE_BY_ALIPAY: { title: 'Change it in Alipay first', remedy: 'Here the number of your Alipay account is used. Follow the three steps on the page.' },
  SMS_TOO_SOON: { title: 'A code was just sent', remedy: 'You can get a new one in {seconds} seconds.' },
  SMS_TOO_MANY: { title: 'No more codes today', remedy: `Try again tomorrow, ${office}.` },
  SMS_WRONG: { title: 'The code is not right', remedy: 'Tries left: {left}.' },
  SMS_EXPIRED: { title: 'The code has expired', remedy: 'Get a new one.' },
  PIN_WEAK: { title: 'This PIN is easy to guess', remedy: 'Do not use a birthday, a phone number, or digits that repeat or count up.' },

  VOUCHER_NOT_FOUND: { title: 'You have no e-voucher yet', remedy: 'Activate first, then show your code.' },
  REGION_REQUIRED: { title: 'Choose your insured region first', remedy: 'Then you can show your code.' },
  PIN_REQUIRED: { title: 'Enter your PIN', remedy: 'Your 6-digit PIN shows the code.' },
  PIN_WRONG: { title: 'The PIN is not right', remedy: 'Tries left: {left}. If you forgot it, reset it with your face.' },
  PIN_SAME: { title: 'This is your PIN already', remedy: 'Choose a different one.' },
  PIN_LOCKED: { title: 'Locked after 5 wrong PINs', remedy: 'It unlocks {until}, or reset your PIN with your face now.' },

  BINDING_NOT_FOUND: { title: 'This binding is gone', remedy: 'It may be unbound already. Refresh the list of your bindings.' },
  BINDING_ENDED: { title: 'Already unbound', remedy: 'It is stopped, nothing more to do. Refresh the list of your bindings.' },
  UNBIND_OTHER_CHANNEL: { title: 'Please unbind in {platform}', remedy: 'It was activated in {platform}. Unbind it there, or unbind everything here.' },
  UNBIND_TOO_MANY: { title: 'No more unbinding today', remedy: 'At most 3 times in 24 hours. Try again {until}. For a lost phone or suspected misuse choose that reason: it is done at once.' },

  CARD_UNSUPPORTED: { title: 'Cards are not available here', remedy: 'Add the mini-program to your home screen or favourites instead.' },
  CARD_UNKNOWN: { title: 'We could not confirm this card', remedy: 'Tap again to add it once more.' },
};
