# The site with its embedded database in /app/.data, or with a server of yours through DATABASE_URL.
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY . .
# Installs the locked packages first.
RUN node scripts/run.mjs scripts/build.ts

FROM node:20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 NEXT_TELEMETRY_DISABLED=1
WORKDIR /app
COPY --from=build --chown=node:node /app /app
USER node
RUN mkdir -p .data
VOLUME /app/.data
EXPOSE 3000
HEALTHCHECK --interval=10s --start-period=60s CMD node -e "fetch('http://127.0.0.1:3000/api/v1/health').then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"
STOPSIGNAL SIGTERM
CMD ["node", "scripts/start.mjs"]
