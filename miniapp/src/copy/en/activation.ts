import type { activation as zh } from '../zh/activation';
import type { Words } from '../in-languages';

const leave = 'Not now';

/** National insutype. */
const INSURANCES: Readonly<Record<string, string>> = { '310': 'Employee medical insurance', '340': 'Medical cover for retired veterans', '390': 'Resident medical insurance' };

export const activation: Words<typeof zh> = {
  bar: 'Activate',
  stepNames: {
    agreement: 'Agreement',
    identity: 'Identity',
    authorisation: 'Authorisation',
    face: 'Face check',
    region: 'Insured region',
    phone: 'Phone number',
    pin: 'PIN',
  },
  progress: (step, steps, name) => `Step ${step} of ${steps}: ${name}`,
  savedUntil: (until) => `You can leave at any time. Your progress is kept until ${until}.`,
  waiting: 'Loading your activation',

  agreement: {
    tick: 'I have read and agree to ',
    agree: { weapp: 'Agree and continue', alipay: 'Agree and activate' },
    tickFirst: 'Tick the box to continue',
    busy: 'Sending',
    alipayReads: 'Alipay will then ask you to share your verified identity, so that we know it is you and can find your insurance record.',
  },
  scan: {
    offer: 'Scan an activation QR code',
    again: 'Scan again',
    busy: 'Opening the scanner',
    noted: 'The activation code is noted',
    notedBody: (promotion) => (promotion === undefined ? 'Now go on activating.' : `Promotion code ${promotion}. Now go on activating.`),
    foreign: { title: 'This is no activation code', body: 'Check it and scan again. You can activate without one. The e-voucher and the benefits are the same.' },
    denied: { title: 'The camera is not allowed', body: 'Scanning needs the camera. Allow it in the settings. You can activate without a code. The e-voucher and the benefits are the same.' },
    failed: { title: 'Nothing was scanned', body: 'Please scan again. You can activate without a code. The e-voucher and the benefits are the same.' },
    toSettings: 'Open settings',
  },
  identity: {
    why: 'Enter your own name and number as on your ID card. WeChat will then ask for your payment password. This only confirms that it is you. No money is taken.',
    name: 'Name',
    namePlaceholder: 'As on your ID card, in Chinese',
    nameFault: () => 'Enter your name as it is on your ID card.',
    idNumber: 'ID number',
    idNumberPlaceholder: '18 characters',
    idNumberFault: () => 'Check the 18 characters of your ID number.',
    verify: 'Verify with WeChat',
    busy: 'Checking',
  },
  authorisation: {
    agree: 'I authorise this',
    busy: 'Looking for your insurance record',
    disagree: 'I do not agree',
    denied: 'No e-voucher without this authorisation',
    deniedBody: 'We read only what is needed to find your insurance, and you can withdraw at any time. You can still see a doctor with your social security card or ID card.',
    again: 'Authorise now',
    leave,
  },
  face: {
    why: 'WeChat or Alipay checks that it is you. We do not keep your picture.',
    tips: ['Find good light', 'Look straight at the screen, face in the frame', 'Take off mask and hat'],
    start: 'Agree and check my face',
    busy: 'Checking the result',
    decline: 'I do not agree',
    declined: 'You can activate without your face',
    declinedBody: 'Take your ID card to the medical insurance office of your insured region. The e-voucher and the benefits are the same. You can still see a doctor with your social security card or ID card.',
    again: 'Read it again',
    leave,
  },
  byHand: {
    states: { waiting: 'Waiting for a check by staff', answered: 'Staff have answered', closed: 'Check by staff finished' },
    waitingBody: 'Our staff will contact you. You can also take your ID card and this phone to the medical insurance office.',
    lookAgain: 'See whether it is done',
    open: 'See my request',
    checked: 'The office has checked you. Please go on',
    checkedBody: 'Your ID card was checked in person, so no face check is needed. Choose your insured region and a PIN next.',
  },
  region: {
    found: 'You are insured in these places. Choose the insured region where you want to use your e-voucher.',
    insurance: ({ insutype }) => INSURANCES[insutype] ?? 'Other medical insurance',
    closed: 'Not available yet',
    suspended: 'Your benefits are paused. They resume when your contributions are paid. You can activate now.',
    notify: 'Tell me when it opens',
    notifyBusy: 'Saving',
    notified: 'Saved. We will tell you when it opens.',
    notifiedSilently: 'Saved, but without messages we cannot tell you when it opens. Tap again to allow them, or come back and look.',
    choose: 'Confirm',
    chooseFirst: 'Choose a region that is available',
    busy: 'Saving',
    noneOpen: 'Your insured region does not offer the e-voucher yet',
    noneOpenBody: 'Until then, use your social security card or ID card to see a doctor.',
  },
  phone: {
    why: 'We send a code to the phone number of your Alipay account. We also use this number to tell you about payments and changes.',
  },
  pin: {
    existing: 'Enter your PIN',
    existingWhy: 'You have an e-voucher already. Enter its PIN to use it here.',
    busy: 'Creating your e-voucher',
  },
  done: {
    title: 'Your e-voucher is active',
    region: 'Insured region',
    at: 'Activated',
    receipt: 'Receipt number',
    show: 'Show my code',
    wallet: { weapp: 'Add to WeChat cards', alipay: 'Add to Alipay cards' },
    home: 'Home',
  },
};
