import next from 'eslint-config-next'
import tseslint from 'typescript-eslint'

const ban = (selector, message) => ({ selector, message })

const forging = ban("TSAsExpression > TSTypeReference[typeName.name='Grant']", 'A Grant comes from decide() alone.')
const environment = ban("MemberExpression[object.name='process'][property.name='env']", 'Read lib/server/env.ts.')
const impure = [
  ban(
    "NewExpression[callee.name='Date'][arguments.length=0]",
    'The core has no clock: take the instant as an argument.',
  ),
  ban("MemberExpression[object.name='Date'][property.name='now']", 'The core has no clock.'),
  ban("MemberExpression[object.name='Math'][property.name='random']", 'The core has no dice.'),
  ban("CallExpression[callee.name='fetch']", 'The core has no network.'),
]
const floats = [
  ban("CallExpression[callee.name='parseFloat']", 'Amounts are exact: use lib/domain/shared/exact.'),
  ban(
    "MemberExpression[property.name='toFixed']",
    'Amounts are exact: use the print functions of lib/domain/shared/exact.',
  ),
]
// Nothing in these folders is a fraction: amounts are whole units or exact fractions, and the counts that need a
// division, a least or a plain number have it in lib/domain/shared/count.ts.
const EXACT = 'Amounts are exact: use lib/domain/shared/exact, or lib/domain/shared/count for what counts.'
const inexact = [
  ban("BinaryExpression[operator='/']", EXACT),
  ban("AssignmentExpression[operator='/=']", EXACT),
  ban("Identifier[name='Number']", EXACT),
  ban("Identifier[name='Math']", EXACT),
  ban("UnaryExpression[operator='+']", EXACT),
  ban('Literal[raw=/^[0-9_]*\\.[0-9]|^[0-9][0-9_.]*e-/i]', EXACT),
]
const onlyActions = [
  ban(
    'ExportNamedDeclaration > FunctionDeclaration',
    'A server action is made by action(), which asks for its permission.',
  ),
  ban(
    'ExportNamedDeclaration > VariableDeclaration > VariableDeclarator[init.callee.name!=/^(action|publicAction)$/]',
    'A server action is made by action() or publicAction().',
  ),
]
const ROUTE = 'A route handler is made by route(), publicRoute() or uploadRoute().'
const onlyRoutes = [
  ban('ExportNamedDeclaration > FunctionDeclaration', ROUTE),
  ban("ExportNamedDeclaration > VariableDeclaration > VariableDeclarator[init.type='ArrowFunctionExpression']", ROUTE),
]
// Without these an address would answer a method that it does not have with an empty 405.
const everyMethod = [
  ban("CallExpression[callee.name='methods'] > ObjectExpression > Property[value.type!='CallExpression']", ROUTE),
  ban(
    "ExportNamedDeclaration > VariableDeclaration > VariableDeclarator[init.callee.name!='methods'][init.name!='noSuchAddress']",
    'Export what methods() makes of the handlers.',
  ),
  ban(
    'ExportNamedDeclaration > VariableDeclaration > VariableDeclarator > ObjectPattern[properties.length!=6]',
    'Export GET, POST, PUT, PATCH, DELETE and OPTIONS.',
  ),
]
const syntax = (...selectors) => ({ 'no-restricted-syntax': ['error', ...selectors] })

const config = tseslint.config(
  {
    ignores: [
      '**/generated/**',
      '.next/**',
      '.data/**',
      '.test-data/**',
      'node_modules/**',
      'next-env.d.ts',
      'test-results/**',
    ],
  },
  ...next,
  ...tseslint.configs.strict,
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 10],
      'no-console': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // Of the pages directory: in the app directory the root document has a plain head.
      '@next/next/no-head-element': 'off',
      ...syntax(forging, environment),
    },
  },
  { files: ['lib/domain/**'], rules: syntax(forging, environment, ...impure, ...floats) },
  {
    files: ['lib/domain/crediting/**', 'lib/domain/schedule/**'],
    rules: syntax(forging, environment, ...impure, ...floats, ...inexact),
  },
  { files: ['lib/domain/access/grant.ts'], rules: syntax(environment, ...impure, ...floats) },
  { files: ['lib/features/*/actions.ts'], rules: syntax(forging, environment, ...onlyActions) },
  { files: ['app/**/route.ts'], rules: syntax(forging, environment, ...onlyRoutes) },
  { files: ['app/api/v1/**/route.ts'], rules: syntax(forging, environment, ...onlyRoutes, ...everyMethod) },
  // Next leaves Node's modules out of its other bundle only behind the words process.env.NEXT_RUNTIME themselves.
  { files: ['lib/server/env.ts', 'instrumentation.ts', '*.config.*'], rules: syntax(forging) },
  { files: ['scripts/**'], rules: { 'no-console': 'off', ...syntax(forging) } },
  { files: ['*.config.*'], rules: { 'import/no-anonymous-default-export': 'off' } },
  { files: ['tests/**'], rules: { 'max-lines-per-function': 'off', 'no-console': 'off', ...syntax(forging) } },
)
export default config
