import { boot, bootCourier, bootPlatforms, bootSms } from '../boot';
import { textCourier } from '../couriers';
import { textNeeds } from '../notice-needs';

const base = await boot(process.env);
const { sms } = bootSms(await bootPlatforms(process.env, base));

export const handler = bootCourier(process.env, textCourier(textNeeds(base, { sms })), base);
