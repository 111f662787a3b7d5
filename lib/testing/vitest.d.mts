import '../../dist/lib/testing/index.js';
