/** Small stores, runs and golden files for the tests of all modules. */
package io.wisp.testing;
