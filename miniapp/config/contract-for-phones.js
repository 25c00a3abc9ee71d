/** A phone asks by method and path, as its caller, and reads the output. The rest of an endpoint is for the service, its tests and its documents, and stays with them. */
const ELSEWHERE = new Set(['summary', 'input', 'refusals', 'idempotency', 'rate', 'roles', 'dialect']);

const stays = ({ key }) => !(key && ELSEWHERE.has(key.name));

const isOfShared = (filename = '') => /[\\/]shared[\\/]src[\\/]/.test(filename);

/** Made when its module is read, and neither a function nor a plain value. */
const isMade = ({ type }) => !/Function|Literal$|Identifier/.test(type);

/**
 * A plugin of Babel for shared/src: what is left of the contract on a phone. Modules there say that they have no side effects, so the schemas,
 * endpoints and tables that they make are left out, with all that these are made from, where nobody uses them: the bundler believes that of
 * a call that is marked as pure and is given nothing.
 */
module.exports = ({ types }) => ({
  visitor: {
    Program(program, { filename }) {
      if (!isOfShared(filename)) return;
      const declared = program.get('body').map((path) => (path.isExportNamedDeclaration() ? path.get('declaration') : path));
      for (const variable of declared.filter((path) => path.isVariableDeclaration()).flatMap((path) => path.get('declarations'))) {
        const { init } = variable.node;
        if (!init || !isMade(init)) continue;
        const made = types.callExpression(types.arrowFunctionExpression([], init), []);
        variable.node.init = types.addComment(made, 'leading', '#__PURE__');
      }
    },
    CallExpression({ node: { callee, arguments: [described] } }, { filename }) {
      if (isOfShared(filename) && callee.name === 'endpoint' && described) described.properties = described.properties.filter(stays);
    },
  },
});
