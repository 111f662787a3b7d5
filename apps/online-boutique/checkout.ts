import type { Construct } from 'constructs';
import { grpcService, SMALL, variables } from './boutique';

/** From the cart to the parcel: checkout asks for the payment, the shipping and the mail. */
export function checkout(scope: Construct): void {
  grpcService(scope, 'checkoutservice', {
    port: 5050,
    env: variables({
      PORT: '5050',
      PRODUCT_CATALOG_SERVICE_ADDR: 'productcatalogservice:3550',
      SHIPPING_SERVICE_ADDR: 'shippingservice:50051',
      PAYMENT_SERVICE_ADDR: 'paymentservice:50051',
      EMAIL_SERVICE_ADDR: 'emailservice:5000',
      CURRENCY_SERVICE_ADDR: 'currencyservice:7000',
      CART_SERVICE_ADDR: 'cartservice:7070',
    }),
    resources: SMALL,
  });
  for (const name of ['paymentservice', 'shippingservice']) {
    grpcService(scope, name, {
      port: 50051,
      env: variables({ PORT: '50051', DISABLE_PROFILER: '1' }),
      resources: SMALL,
    });
  }
  grpcService(scope, 'emailservice', {
    port: 8080,
    servicePort: 5000,
    env: variables({ PORT: '8080', DISABLE_PROFILER: '1' }),
    resources: SMALL,
  });
}
