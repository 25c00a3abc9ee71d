/** A browser draws by itself; nothing has to be sent there first. */
export const afterDrawing = (then: () => void) => then();
