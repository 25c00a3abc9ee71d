export const login = async () => (await window.phone.login()).code;
