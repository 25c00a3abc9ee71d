import { boot, bootCourier, bootMessages, bootPlatforms, bootPost, bootWallets } from '../boot';
import { channelCourier } from '../couriers';
import { tellNeeds } from '../notice-needs';
import { wishesIn } from '../region/wish-store';
import { cardPushNeeds } from '../wallet-needs';

const base = await boot(process.env);
const outside = await bootPlatforms(process.env, base);

const messages = bootMessages(outside).weapp;
const needs = { ...tellNeeds(base, { messages }), ...cardPushNeeds(base, bootWallets(outside, base)), wishes: wishesIn(base.table, base.sealer), post: bootPost(process.env) };

export const handler = bootCourier(process.env, channelCourier('weapp', needs), base);
