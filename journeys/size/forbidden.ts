import ts from 'typescript';

export interface Find {
  readonly file: string;
  readonly what: string;
  readonly text: string;
}

type Rule = (node: ts.Node) => boolean;

const ASYNC: Rule = (node) => ts.isAwaitExpression(node) || node.kind === ts.SyntaxKind.AsyncKeyword;
const SPREAD: Rule = (node) => ts.isSpreadAssignment(node) || (ts.isBindingElement(node) && node.dotDotDotToken !== undefined && ts.isObjectBindingPattern(node.parent));
const FIELD: Rule = (node) => ts.isPrivateIdentifier(node) || ts.isPropertyDeclaration(node) || ts.isClassStaticBlockDeclaration(node);
const OPTIONAL = new Set([ts.SyntaxKind.QuestionDotToken, ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.QuestionQuestionEqualsToken, ts.SyntaxKind.BarBarEqualsToken, ts.SyntaxKind.AmpersandAmpersandEqualsToken]);
const REGEXP: Rule = (node) => ts.isRegularExpressionLiteral(node) && (/\(\?<|\\p\{/.test(node.text) || /\/\w*[sdv]\w*$/.test(node.text));
const LITERAL: Rule = (node) => ts.isBigIntLiteral(node) || (ts.isNumericLiteral(node) && node.getText().includes('_'));
const CATCH: Rule = (node) => ts.isCatchClause(node) && node.variableDeclaration === undefined;

/** The one way of making code from text that WeChat lets pass. */
const isGlobalThis = (parts: readonly ts.Expression[] | undefined) => parts?.length === 1 && parts.every((part) => ts.isStringLiteral(part) && part.text === 'return this');

const EVAL: Rule = (node) => {
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return false;
  if (!ts.isIdentifier(node.expression)) return false;
  const { text } = node.expression;
  return text === 'eval' || (text === 'Function' && !isGlobalThis(node.arguments));
};

/** Under another name it would do the same. */
const RENAMED_EVAL: Rule = (node) => ts.isIdentifier(node) && node.text === 'Function' && ((ts.isVariableDeclaration(node.parent) && node.parent.initializer === node) || (ts.isBinaryExpression(node.parent) && node.parent.right === node && node.parent.operatorToken.kind === ts.SyntaxKind.EqualsToken));

/** Syntax that an engine from iOS 10 or Chrome 53 on cannot read, and code made from text, which the platforms refuse. */
const RULES: Readonly<Record<string, Rule>> = {
  'async function': ASYNC,
  'object spread': SPREAD,
  'class field or private name': FIELD,
  'optional chaining or ??': (node) => OPTIONAL.has(node.kind),
  'regular expression too new': REGEXP,
  'number too new': LITERAL,
  'catch without a name': CATCH,
  'code made from text': (node) => EVAL(node) || RENAMED_EVAL(node),
};

/** Everything in a compiled script that must not be there. */
export const forbiddenIn = (file: string, code: string): Find[] => {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const finds: Find[] = [];
  const look = (node: ts.Node): void => {
    for (const [what, rule] of Object.entries(RULES)) if (rule(node)) finds.push({ file, what, text: node.parent.getText().slice(0, 80) });
    ts.forEachChild(node, look);
  };
  ts.forEachChild(source, look);
  return finds;
};

/** Names that look like addresses; nobody asks there. */
const NAMES = new Set(['http://www.w3.org/2000/svg', 'https://reactjs.org/docs/error-decoder.html?invariant=', 'https://taro.com']);

/** Addresses in a compiled file beyond those that are allowed. */
export const foreignAddresses = (text: string, allowed: readonly string[]): string[] => {
  const whole = text.match(/\b(?:https?|wss?):\/\/[^\s"'`<>()\\]+/g) ?? [];
  const withoutScheme = text.match(/(?<=["'(])\/\/[\w-]+\.[^\s"'`<>()\\]+/g) ?? [];
  const found = [...whole, ...withoutScheme];
  return [...new Set(found)].filter((address) => !NAMES.has(address) && !allowed.some((one) => address === one || address.startsWith(`${one}/`)));
};
