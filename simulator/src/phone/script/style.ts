/** Sizes in real pixels: these are the phone's own dialogs, not the page's. */
export const STYLE = `
.phone-sheet { border: 0; padding: 0; margin: auto auto 0; width: 100%; max-width: 480px; max-height: 88vh; border-radius: 14px 14px 0 0; background: #fff; color: #1a1a1a;
  font: 16px/1.5 -apple-system, 'PingFang SC', 'Noto Sans SC', 'Microsoft YaHei', sans-serif; box-shadow: 0 -4px 24px rgb(0 0 0 / 18%); }
.phone-sheet::backdrop { background: rgb(0 0 0 / 55%); }
.phone-sheet__inside { display: flex; flex-direction: column; gap: 14px; padding: 20px 20px 28px; }
.phone-sheet__app { display: flex; align-items: center; gap: 8px; font-size: 14px; color: #595959; }
.phone-sheet__app::before { content: ''; width: 20px; height: 20px; border-radius: 5px; background: var(--phone-colour); }
.phone-sheet h2 { margin: 0; font-size: 20px; font-weight: 600; }
.phone-sheet p { margin: 0; white-space: pre-line; color: #404040; }
.phone-sheet button { min-height: 48px; padding: 8px 16px; border: 0; border-radius: 8px; font: inherit; cursor: pointer; background: #f0f0f0; color: #1a1a1a; }
.phone-sheet button.phone-primary { background: var(--phone-colour); color: #fff; font-weight: 600; }
.phone-sheet button:focus-visible, .phone-sheet input:focus-visible { outline: 3px solid #1a1a1a; outline-offset: 2px; }
.phone-sheet__buttons { display: flex; gap: 12px; }
.phone-sheet__buttons > * { flex: 1; }
.phone-sheet input { box-sizing: border-box; width: 100%; height: 56px; border: 1px solid #8c8c8c; border-radius: 8px; font: 28px/1 monospace; letter-spacing: 18px; text-align: center; }
.phone-sheet__list { display: flex; flex-direction: column; gap: 8px; padding: 4px; }
.phone-sheet button.phone-person { text-align: left; background: #f7f7f7; }
.phone-person b { display: block; }
.phone-person span { font-size: 14px; color: #404040; }
.phone-face { width: 200px; height: 200px; margin: 8px auto; border-radius: 50%; border: 6px solid var(--phone-colour); background: radial-gradient(circle at 50% 38%, #d9d9d9 0 26%, transparent 27%), radial-gradient(circle at 50% 100%, #d9d9d9 0 42%, transparent 43%), #f5f5f5; }
.phone-face--busy { animation: phone-look 0.9s infinite alternate; }
@keyframes phone-look { from { border-color: var(--phone-colour); } to { border-color: #d9d9d9; } }
/* the card in the wallet */
.phone-card { display: flex; flex-direction: column; gap: 6px; padding: 24px 20px 56px; border-radius: 12px; background: var(--phone-colour); color: #fff; }
.phone-card b { font-size: 20px; }
@media (prefers-reduced-motion: reduce) { .phone-face--busy { animation: none; } }
.phone-message { position: fixed; z-index: 2147483647; inset: 10px 10px auto; max-width: 460px; margin: 0 auto; padding: 12px 16px; border: 0; border-radius: 14px; background: #fff; color: #1a1a1a; text-align: left;
  font: 15px/1.5 -apple-system, 'PingFang SC', 'Noto Sans SC', 'Microsoft YaHei', sans-serif; box-shadow: 0 6px 24px rgb(0 0 0 / 25%); cursor: pointer; }
.phone-message b { display: block; font-size: 13px; color: #595959; }
.phone-tab { position: fixed; z-index: 9999; right: 0; top: 45%; padding: 10px 6px; border: 0; border-radius: 8px 0 0 8px; writing-mode: vertical-rl; background: #404040; color: #fff; font: 13px/1 sans-serif; cursor: pointer; }
`;
