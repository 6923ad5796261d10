/**
 * The layers, lowest first. A layer may import itself and what is listed for it, and nothing else of ours.
 * Deny by default: a folder without a line here may import nothing.
 */
const layer = {
  domain: '^lib/domain/',
  format: '^lib/format/',
  schema: '^lib/features/[^/]+/schema\\.ts$',
  client: '^lib/client/',
  components: '^components/',
  server: '^lib/server/',
  store: '^lib/features/[^/]+/store\\.ts$',
  service: '^lib/features/[^/]+/service\\.ts$',
  actions: '^lib/features/[^/]+/actions\\.ts$',
  loaders: '^lib/features/[^/]+/loaders\\.ts$',
  app: '^(app/|proxy\\.ts$|instrumentation\\.ts$)',
}
const own = '^(app|components|lib)/|^(proxy|instrumentation)\\.ts$'
const mayImport = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: own, pathNot: [from, ...allowed] },
})
const never = (name, from, to, comment, pathNot = []) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot },
  to: { path: to },
})

module.exports = {
  forbidden: [
    mayImport('domain-is-pure', layer.domain, [], 'The core knows no database, framework or clock.'),
    never('domain-has-no-packages', layer.domain, 'node_modules|^(node:|fs|path|crypto)', 'Plain TypeScript only.'),
    mayImport('format-is-pure', layer.format, [layer.domain], 'Words and numbers for people.'),
    mayImport('schema-is-isomorphic', layer.schema, [layer.domain], 'Runs in the browser and on the server.'),
    mayImport('client-imports', layer.client, [layer.domain, layer.schema], 'Browser storage and sync.'),
    mayImport(
      'components-are-pure',
      layer.components,
      [layer.domain, layer.format, layer.schema, layer.client],
      'Components get data and actions as props.',
    ),
    mayImport('server-knows-no-feature', layer.server, [layer.domain], 'The edge serves every feature alike.'),
    mayImport(
      'store-imports',
      layer.store,
      [layer.domain, layer.schema, layer.server],
      'The only Prisma of a feature.',
    ),
    mayImport('service-imports', layer.service, [layer.domain, layer.schema, layer.server, layer.store], 'Use-cases.'),
    mayImport(
      'actions-imports',
      layer.actions,
      [layer.domain, layer.schema, layer.service, '^lib/server/action\\.ts$'],
      'An action is a permission, a schema and one call.',
    ),
    mayImport(
      'loaders-imports',
      layer.loaders,
      [layer.domain, layer.schema, layer.server, layer.store, layer.service],
      'Authorize, then read.',
    ),
    mayImport(
      'app-imports',
      layer.app,
      [
        layer.domain,
        layer.format,
        layer.schema,
        layer.components,
        layer.server,
        layer.service,
        layer.actions,
        layer.loaders,
        layer.client,
      ],
      'Pages read through loaders, never a store.',
    ),
    never('prisma-only-in-stores', own, '(@prisma/|generated/)', 'Only store.ts and lib/server/db.ts touch Prisma.', [
      'store\\.ts$',
      '^lib/server/(db|generated)',
    ]),
    never(
      'pages-have-no-database',
      '^app/',
      '^lib/server/(db|copy)\\.ts$',
      'Pages read through loaders, routes through services.',
    ),
    never('recharts-in-charts-only', own, 'node_modules/recharts', 'One chart frame for every chart.', [
      '^components/charts/',
    ]),
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^(components|lib)/', pathNot: 'generated|\\.css$' },
      to: {},
    },
    {
      name: 'closed-vocabulary',
      severity: 'error',
      comment: 'A feature has schema, store, service, actions, loaders; nothing else.',
      from: { path: '^lib/features/', pathNot: '^lib/features/[^/]+/(schema|store|service|actions|loaders)\\.ts$' },
      to: {},
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules|/generated/' },
    exclude: { path: '\\.next/' },
  },
}
