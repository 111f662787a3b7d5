// What the compiler refuses of a description that has drifted from its interface. Nothing runs here: `npm run types` fails where one compiles.
import { required } from '../../lib/lifecycle/arguments/kind';
import { text, wholeNumber } from '../../lib/lifecycle/arguments/scalars';
import { struct } from '../../lib/lifecycle/arguments/struct';

interface Described {
  readonly name: string;
  readonly replicas?: number;
}

struct<Described>('Described', { name: required(text()), replicas: wholeNumber() });
// @ts-expect-error a property is left out
struct<Described>('Described', { name: required(text()) });
// @ts-expect-error the interface has no such property
struct<Described>('Described', { name: required(text()), replicas: wholeNumber(), image: text() });
// @ts-expect-error the property is of another type
struct<Described>('Described', { name: required(text()), replicas: text() });
// @ts-expect-error the property must not be left out
struct<Described>('Described', { name: text(), replicas: wholeNumber() });
// @ts-expect-error the property may be left out
struct<Described>('Described', { name: required(text()), replicas: required(wholeNumber()) });
