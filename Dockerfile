FROM node:24-slim AS built
WORKDIR /maillage
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:24-slim
WORKDIR /maillage
ENV NODE_ENV=production
COPY --from=built /maillage/package.json /maillage/LICENSE ./
COPY --from=built /maillage/node_modules node_modules
COPY --from=built /maillage/bin bin
COPY --from=built /maillage/dist dist
COPY --from=built /maillage/cypher cypher
COPY --from=built /maillage/examples examples
USER node
CMD ["node", "bin/maillage.js", "serve"]
