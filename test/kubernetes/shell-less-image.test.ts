import { hasNoShell } from '../../lib/kubernetes/shell-less-image';

test.each([
  'gcr.io/distroless/static:nonroot',
  'gcr.io/distroless/nodejs20-debian12',
  'registry.example.com/base/distroless/java17:1.0',
  'cgr.dev/chainguard/nginx:latest',
  'example.com/shop/cart-distroless:1.2.3',
  'example.com/shop/cart:1.2.3-distroless',
])('%s holds no shell', (image) => {
  expect(hasNoShell(image)).toBe(true);
});

test.each(['gcr.io/distroless/static:debug', 'cgr.dev/chainguard/node:latest-dev', 'nginx:1.27', 'a b', undefined])(
  '%s may hold one',
  (image) => {
    expect(hasNoShell(image)).toBe(false);
  },
);
