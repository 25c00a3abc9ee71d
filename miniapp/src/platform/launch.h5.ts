export const launchScene = () => window.phone.scene;
